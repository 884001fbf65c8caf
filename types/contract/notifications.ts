import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { cursor, done, instant, nothing, page, queryNumber, uuid } from './primitives';

/** What messages are about. A person stops one topic, not all; those that belong to something the person does cannot be stopped. */
export const messageTopic = z.enum(
  ['account', 'booking', 'visit', 'results', 'privilege', 'waiver', 'care', 'inpatient', 'survey', 'used', 'again'],
  { error: 'not_a_message_topic' },
);
export type MessageTopic = z.output<typeof messageTopic>;

export const message = z.object({
  id: uuid,
  kind: z.string(),
  title: z.string(),
  body: z.string(),
  /** Page of the app that the message leads to, without leading slash; null when there is nothing to do. */
  page: z.nullable(z.string()),
  at: instant,
  read: z.boolean(),
});

export const listMessages = endpoint({
  name: 'listMessages',
  method: 'GET',
  path: '/api/messages',
  summary: 'In-app inbox, newest first: a copy of everything that was sent by any channel',
  who: ['visitor', 'citizen'],
  input: z.strictObject({ cursor: z.optional(cursor), limit: z.optional(queryNumber(1, 100)) }),
  output: page(message),
  refusals: ['BAD_CURSOR'],
});

export const countUnreadMessages = endpoint({
  name: 'countUnreadMessages',
  method: 'GET',
  path: '/api/messages/unread',
  summary: 'Number of unread messages',
  who: ['visitor', 'citizen'],
  input: nothing,
  output: z.object({ unread: z.int() }),
  refusals: [],
});

export const markMessageRead = endpoint({
  name: 'markMessageRead',
  method: 'POST',
  path: '/api/messages/read',
  summary: 'Mark one message as read',
  who: ['visitor', 'citizen'],
  input: z.strictObject({ messageId: uuid }),
  output: done,
  refusals: [],
});

export const listMessageTopics = endpoint({
  name: 'listMessageTopics',
  method: 'GET',
  path: '/api/messages/topics',
  summary: 'Every topic of messages: why it is sent, when the last one was, and whether it is stopped',
  who: ['citizen'],
  input: nothing,
  output: z.object({
    items: z.array(
      z.object({
        topic: messageTopic,
        title: z.string(),
        why: z.string(),
        /** What the law calls the ground: something the person does, safety, or consent. */
        ground: z.string(),
        canStop: z.boolean(),
        on: z.boolean(),
        lastAt: z.nullable(instant),
      }),
    ),
    /** Invitations and thanks together, in any thirty days. */
    mostInThirtyDays: z.int(),
    /** Nothing rings between these times of the day, 'HH:mm'. */
    quiet: z.object({ from: z.string(), to: z.string() }),
  }),
  refusals: [],
});

export const switchMessageTopic = endpoint({
  name: 'switchMessageTopic',
  method: 'POST',
  path: '/api/messages/topics/switch',
  summary: 'Stop one topic of messages, or have it again',
  who: ['citizen'],
  input: z.strictObject({ topic: messageTopic, on: z.boolean() }),
  output: done,
  /** CANNOT_STOP: belongs to something the person does. CONSENT_NEEDED: reminders need the consent of their own. */
  refusals: ['CANNOT_STOP', 'CONSENT_NEEDED'],
});
