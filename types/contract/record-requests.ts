import * as z from 'zod/mini';
import { caseState } from './cases';
import { endpoint } from './endpoint';
import { calendarDate, instant, nothing, text, uuid } from './primitives';

const words = text(2, 300);

export const requestRecord = endpoint({
  name: 'requestRecord',
  method: 'POST',
  path: '/api/donations/requests',
  summary:
    'Ask the station for a donation that is missing in the record, or to correct one; a person of the station answers',
  who: ['citizen'],
  input: z.discriminatedUnion('about', [
    z.strictObject({ about: z.literal('missing'), siteId: uuid, on: calendarDate, words }),
    z.strictObject({ about: z.literal('wrong'), donationId: uuid, words }),
  ]),
  /** By when the station answers. */
  output: z.object({ requestId: uuid, dueOn: calendarDate }),
  /** TOO_MANY_OPEN: `details.most` requests still wait. ALREADY_THERE: the record has a donation at that site on that day. */
  refusals: ['TOO_MANY_OPEN', 'ALREADY_THERE'],
});

export const listRecordRequests = endpoint({
  name: 'listRecordRequests',
  method: 'GET',
  path: '/api/donations/requests',
  summary: 'What the person in session has asked about their record, how far it is, and the answer',
  who: ['citizen'],
  input: nothing,
  output: z.object({
    items: z.array(
      z.object({
        id: uuid,
        about: z.enum(['missing', 'wrong']),
        on: calendarDate,
        siteName: z.string(),
        words: z.string(),
        state: caseState,
        requestedAt: instant,
        dueOn: calendarDate,
        answer: z.nullable(z.string()),
      }),
    ),
  }),
  refusals: [],
});
