import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { instant, text } from './primitives';

export const findPrivilegeCard = endpoint({
  name: 'findPrivilegeCard',
  method: 'POST',
  path: '/api/privileges/card/find',
  summary: 'Has this donor a card, and may have one; by POST, so that the number stands in no address',
  who: ['nurse', 'operator'],
  input: z.strictObject({ certificateNumber: text(4, 40) }),
  output: z.object({
    maskedName: z.string(),
    entitled: z.boolean(),
    suspended: z.boolean(),
    awardCountTenths: z.int(),
    neededTenths: z.int(),
    /** The one that works now. */
    card: z.nullable(z.object({ issuedAt: instant, expiresAt: instant })),
  }),
  refusals: [],
});

export const printPrivilegeCard = endpoint({
  name: 'printPrivilegeCard',
  method: 'POST',
  path: '/api/privileges/card/print',
  summary: 'The card as a PDF page, from the code that its issue answered; kept nowhere',
  who: ['nurse', 'operator'],
  input: z.strictObject({ code: text(20, 400) }),
  output: z.object({ fileName: z.string(), pdf: z.string() }),
  /** NOT_A_CARD: no card of ours, or one that ended. */
  refusals: ['NOT_A_CARD'],
});
