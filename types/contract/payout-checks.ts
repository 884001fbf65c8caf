import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { calendarDate, fen, instant, nothing, queryNumber, text, uuid, wholeNumber } from './primitives';

export const differenceKind = z.enum([
  'missing_at_hospital',
  'missing_here',
  'amount_differs',
  'reversed_on_one_side',
  /** What was transferred to the hospital for the day is not what the day came to. */
  'payment_differs',
]);

const difference = z.object({
  id: uuid,
  hospitalName: z.string(),
  on: calendarDate,
  /** Empty for the payment of the whole day. */
  hospitalReference: z.string(),
  kind: differenceKind,
  /** Null: does not stand in these books. */
  oursFen: z.nullable(z.int()),
  theirsFen: z.nullable(z.int()),
  paidFen: z.nullable(z.int()),
  /** `agreed`: the books came to agree; what a person found out stands in the case. */
  state: z.enum(['open', 'agreed']),
  caseId: uuid,
  foundAt: instant,
});

export const reconcileDay = endpoint({
  name: 'reconcileDay',
  method: 'POST',
  path: '/api/payouts/reconcile',
  summary:
    "Compare a hospital's day three ways: our books, the hospital's, and what was paid; differences become cases. Repeating changes nothing",
  who: ['operator'],
  input: z.strictObject({ hospitalCode: text(2, 40), on: calendarDate }),
  output: z.object({
    on: calendarDate,
    /** Null: the hospital has not delivered its books of the day, so they are not compared. */
    deliveredAt: z.nullable(instant),
    agreed: z.int(),
    /** Settled less reversed. */
    oursFen: z.int(),
    /** Null: nothing has been transferred for the day. */
    paidFen: z.nullable(z.int()),
    differences: z.array(difference),
  }),
  refusals: ['UNKNOWN_HOSPITAL'],
});

export const listBookDifferences = endpoint({
  name: 'listBookDifferences',
  method: 'GET',
  path: '/api/payouts/differences',
  summary: 'Open differences between our books, those of hospitals and payments, oldest first',
  who: ['operator'],
  input: z.strictObject({ limit: z.optional(queryNumber(1, 200)) }),
  output: z.object({ items: z.array(difference) }),
  refusals: [],
});

export const recordHospitalPayment = endpoint({
  name: 'recordHospitalPayment',
  method: 'POST',
  path: '/api/payouts/hospital-payment',
  summary: 'What was transferred to a hospital for one day of settlements; the same reference is the same payment',
  who: ['operator'],
  input: z.strictObject({
    hospitalCode: text(2, 40),
    on: calendarDate,
    amountFen: fen,
    paymentReference: text(4, 64),
  }),
  output: z.object({ on: calendarDate, paidFen: z.int() }),
  refusals: ['UNKNOWN_HOSPITAL', 'REFERENCE_MISMATCH'],
});

const claimBack = z.object({
  id: uuid,
  claimNumber: z.string(),
  state: z.enum(['open', 'closed']),
  owedFen: z.int(),
  returnedFen: z.int(),
  caseId: uuid,
  openedAt: instant,
});

export const listClaimBacks = endpoint({
  name: 'listClaimBacks',
  method: 'GET',
  path: '/api/payouts/claim-backs',
  summary: 'Money that was paid and is owed back, oldest first',
  who: ['operator'],
  input: nothing,
  output: z.object({ items: z.array(claimBack) }),
  refusals: [],
});

export const claimMoneyBack = endpoint({
  name: 'claimMoneyBack',
  method: 'POST',
  path: '/api/payouts/claim-backs/open',
  summary:
    'Take a waiver back whose bill was reversed or refunded: the volume returns to the donor, money is owed back',
  who: ['operator'],
  input: z.strictObject({ claimNumber: text(6, 20), reason: text(4, 200) }),
  output: z.object({ owedFen: z.int() }),
  /** The claim holds nothing, or its money is with the bank: wait for the result. */
  refusals: ['STATE_CHANGED'],
});

export const recordMoneyReturned = endpoint({
  name: 'recordMoneyReturned',
  method: 'POST',
  path: '/api/payouts/claim-backs/returned',
  summary: 'The person has transferred money back',
  who: ['operator'],
  input: z.strictObject({
    claimBackId: uuid,
    /** What had come back when the page was opened: nothing is counted twice. */
    seenFen: fen,
    amountFen: wholeNumber(1, 100_000_000_00),
  }),
  output: claimBack,
  refusals: ['STATE_CHANGED'],
});
