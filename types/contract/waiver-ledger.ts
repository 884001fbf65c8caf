import * as z from 'zod/mini';
import { calendarDate } from './primitives';

/** The patient's relation to the donor, seen from the donor: `parent` = the patient is the donor's parent. */
export const relation = z.enum(
  ['self', 'spouse', 'parent', 'child', 'sibling', 'grandparent', 'spouse_parent', 'grandchild', 'other'],
  { error: 'not_a_relation' },
);

/**
 * One use, for the family: who it was stands there only when the donor was asked for exactly this claim and so knows it
 * already; a use under a standing consent or at a desk tells the amount alone.
 */
const familyUse = z.object({
  on: calendarDate,
  ml: z.int(),
  by: z.enum(['donor', 'relative']),
  who: z.nullable(z.object({ relation, maskedName: z.string() })),
  via: z.enum(['online', 'hospital']),
  state: z.enum(['used', 'paid', 'returned']),
});
/** What moved the donor's millilitres, oldest first; never who used them. */
const ledgerEntry = z.object({
  on: calendarDate,
  kind: z.enum(['earn', 'convert', 'correct', 'follow', 'spend', 'reverse', 'pay', 'claw_back']),
  pool: z.enum(['self', 'relative']),
  /** What can be used changes by this; of blood that is free for life, what was used. */
  ml: z.int(),
  clause: z.string(),
  edition: z.string(),
  text: z.string(),
});
export const ledger = z.object({
  earnedMl: z.int(),
  availableOwnMl: z.int(),
  availableRelativesMl: z.int(),
  /** Ended at five years. */
  lapsedMl: z.int(),
  usedByDonorMl: z.int(),
  usedByRelativesMl: z.int(),
  /** Of what was used, that of claims whose money has been paid out. */
  paidMl: z.int(),
  reversedMl: z.int(),
  /** Used against a donation that was corrected afterwards and not covered by another. */
  shortMl: z.int(),
  entries: z.array(ledgerEntry),
  /** Newest first. */
  uses: z.array(familyUse),
});
