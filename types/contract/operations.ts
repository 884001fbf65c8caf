import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { cursor, instant, nothing, page, queryNumber, uuid } from './primitives';

export const getOperationsOverview = endpoint({
  name: 'getOperationsOverview',
  method: 'GET',
  path: '/api/operations/overview',
  summary: "The operator's overview: register, today's visits, claims, messages that wait",
  who: ['operator'],
  input: nothing,
  output: z.object({
    donors: z.int(),
    donations: z.int(),
    openAppointments: z.int(),
    visitsToday: z.int(),
    claimsWaiting: z.int(),
    outboxPending: z.int(),
    outboxFailed: z.int(),
    intakeRuns: z.array(
      z.object({
        id: uuid,
        source: z.string(),
        startedAt: instant,
        state: z.string(),
        added: z.int(),
        corrected: z.int(),
        refused: z.int(),
      }),
    ),
  }),
  refusals: [],
});

export const listAuditLines = endpoint({
  name: 'listAuditLines',
  method: 'GET',
  path: '/api/audit',
  summary: 'Who did what, for whom, with what outcome; newest first',
  who: ['operator'],
  input: z.strictObject({ cursor: z.optional(cursor), limit: z.optional(queryNumber(1, 200)) }),
  output: page(
    z.object({
      id: uuid,
      at: instant,
      action: z.string(),
      role: z.string(),
      actorId: z.nullable(z.string()),
      subjectId: z.nullable(z.string()),
      /** Who acted in the actor's name: staff at a counter, or a relative by their delegation. */
      assistedBy: z.nullable(z.object({ kind: z.enum(['staff', 'relative']), id: z.string() })),
      outcome: z.string(),
      requestId: z.string(),
    }),
  ),
  refusals: ['BAD_CURSOR'],
});
