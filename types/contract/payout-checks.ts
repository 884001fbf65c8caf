import * as z from 'zod/mini';
import { billNumber } from './bills';
import { caseState } from './cases';
import { endpoint } from './endpoint';
import { billFen, calendarDate, fen, instant, queryNumber, text, uuid, wholeNumber } from './primitives';

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
  /** Who works on it, and what came of it; taken and closed as every case (`takeCase`, `closeCase`). */
  work: z.object({
    state: caseState,
    version: z.int(),
    dueOn: calendarDate,
    overdue: z.boolean(),
    /** Null while nobody has it. */
    owner: z.nullable(z.string()),
    mine: z.boolean(),
    /** The reason with which it was closed. */
    outcome: z.nullable(z.string()),
  }),
  notes: z.array(z.object({ at: instant, by: z.string(), text: z.string() })),
});

const dayTotals = z.object({ settled: z.int(), settledFen: z.int(), reversed: z.int(), reversedFen: z.int() });

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
    hospitalName: z.string(),
    /** Null: the hospital has not delivered its books of the day, so they are not compared. */
    deliveredAt: z.nullable(instant),
    agreed: z.int(),
    ours: dayTotals,
    theirs: z.nullable(dayTotals),
    payments: z.array(z.object({ paymentReference: z.string(), amountFen: fen, at: instant })),
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

export const noteBookDifference = endpoint({
  name: 'noteBookDifference',
  method: 'POST',
  path: '/api/payouts/differences/note',
  summary: 'Write down what was found out about a difference; notes are added, never changed',
  who: ['operator'],
  input: z.strictObject({ differenceId: uuid, text: text(2, 300) }),
  output: difference,
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
  closedAt: z.nullable(instant),
  /** The refund of a part of the bill; null when the whole waiver was taken back. */
  refundNumber: z.nullable(z.string()),
});

export const listClaimBacks = endpoint({
  name: 'listClaimBacks',
  method: 'GET',
  path: '/api/payouts/claim-backs',
  summary: 'Money that was paid and is owed back, oldest first; what has come back, newest first',
  who: ['operator'],
  input: z.strictObject({ state: z.optional(z.enum(['open', 'closed'], { error: 'not_a_state' })) }),
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

export const recordBillRefund = endpoint({
  name: 'recordBillRefund',
  method: 'POST',
  path: '/api/payouts/refund',
  summary:
    'A part of a bill was refunded and the register does not say of which lines: what a person found out. What was waived of it is given back',
  who: ['operator'],
  input: z.strictObject({
    claimNumber: text(6, 20),
    /** Needed when the claim stands on more than one bill. */
    billNumber: z.optional(billNumber),
    refundNumber: text(4, 40),
    refundedOn: calendarDate,
    /** Of the refund, blood fees; 0 when it was of other lines. */
    bloodFen: billFen,
    totalFen: billFen,
  }),
  output: z.object({
    bloodFen: fen,
    givenBackFen: fen,
    /** What stays waived of the claim. */
    waivedFen: fen,
    /** The bank has the money: the part is taken back when it has answered. */
    waitsForBank: z.boolean(),
  }),
  refusals: ['REFERENCE_MISMATCH', 'BILL_NOT_CLEAR'],
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
