import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { cursor, done, instant, nothing, page, queryNumber, uuid } from './primitives';

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
