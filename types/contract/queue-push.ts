import * as z from 'zod/mini';
import { uuid } from './primitives';
import { visitStage, visitState } from './visit-model';

/** Path of the WebSocket. Everything is told in messages: a URL stands in logs. */
export const queuePushPath = '/ws';
/** Largest message that the server reads, bytes. */
export const queuePushMaxBytes = 1024;

const v = z.literal(1);

/**
 * First message of a client, and the only one that it needs: a donor with the ticket of `getQueueTicket`, the screen of a waiting room
 * with its site. The answer is the present state at once, so that a connection that was lost needs nothing else.
 */
export const clientMessage = z.discriminatedUnion('type', [
  z.strictObject({ v, type: z.literal('visit'), ticket: z.string().check(z.maxLength(400)) }),
  z.strictObject({ v, type: z.literal('site'), siteId: uuid }),
  /** Answered by `pong`; for hosts that do not show the ping of the protocol. */
  z.strictObject({ v, type: z.literal('ping') }),
]);
export type ClientMessage = z.output<typeof clientMessage>;

/** The donor's own place. What is on the phone is replaced by it; `why` and the rest are read with `getMyVisit`. */
export const visitMessage = z.object({
  v,
  type: z.literal('visit'),
  /** Of the visit: goes up with each of its own moves. */
  version: z.int(),
  stage: visitStage,
  state: visitState,
  ahead: z.nullable(z.int()),
  estimateMinutes: z.nullable(z.int()),
  desk: z.nullable(z.string()),
});
export type VisitMessage = z.output<typeof visitMessage>;

/** Something has changed at the site: read `getWaitingRoom` or `listTodaysVisits` anew. */
const siteMessage = z.object({ v, type: z.literal('site'), version: z.int() });

export const serverMessage = z.discriminatedUnion('type', [
  visitMessage,
  siteMessage,
  z.object({ v, type: z.literal('pong') }),
  /**
   * The connection closes with 4001: `ticket` fetch a new one and come again; `ended` the visit is over; `message` the client is wrong;
   * `busy` too many connections, poll instead.
   */
  z.object({ v, type: z.literal('bye'), why: z.enum(['ticket', 'ended', 'message', 'busy']) }),
]);
export type ServerMessage = z.output<typeof serverMessage>;
