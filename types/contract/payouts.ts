import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { calendarDate, fen, instant, nothing, personName, queryNumber, text, uuid } from './primitives';

const payoutState = z.enum(['account_needed', 'account_given', 'account_wrong', 'paying', 'paid']);

/** The money of one approved claim, as the claimant sees it. */
const payout = z.object({
  claimId: uuid,
  claimNumber: z.string(),
  state: payoutState,
  amountFen: fen,
  /** Of it, kept back for what had to be claimed back from the same person before. */
  nettedFen: fen,
  account: z.nullable(z.object({ holder: z.string(), number: z.string(), bankName: z.string() })),
  /** Why the account has to be entered again; null otherwise. */
  problem: z.nullable(z.string()),
  /** What happens next, in one Chinese sentence. */
  next: z.string(),
  /** Null until an account is known: no day can be promised before. */
  expectedBy: z.nullable(calendarDate),
  paidAt: z.nullable(instant),
});

export const getPayout = endpoint({
  name: 'getPayout',
  method: 'GET',
  path: '/api/payouts/claim',
  summary: 'Where the money of an approved claim goes, when, and how far it is; the account number is masked',
  who: ['citizen'],
  input: z.strictObject({ claimId: uuid }),
  output: payout,
  refusals: [
    /** The claim is not approved, or was settled at a hospital. */
    'NO_PAYOUT',
  ],
});

export const savePayoutAccount = endpoint({
  name: 'savePayoutAccount',
  method: 'POST',
  path: '/api/payouts/account',
  summary: 'The bank account of the payer of the bill; can be changed until the payment was given to the bank',
  who: ['citizen'],
  input: z.strictObject({
    claimId: uuid,
    holderName: personName,
    /** Digits, also in groups of four. */
    accountNumber: text(12, 30),
    bankName: text(4, 60),
  }),
  output: payout,
  refusals: [
    'NO_PAYOUT',
    /** Agree to `bank_account` first. */
    'BANK_CONSENT_MISSING',
    /** Neither the payer of the bill nor, where no payer is known, the claimant. */
    'NOT_THE_PAYER',
    /** The register of bills does not answer now. */
    'REGISTER_UNAVAILABLE',
    /** The payment is with the bank already. */
    'STATE_CHANGED',
  ],
});

export const batchState = z.enum(['awaiting_approval', 'ready', 'downloaded', 'settled', 'discarded'], {
  error: 'not_a_batch_state',
});

const batchHead = {
  id: uuid,
  number: z.string(),
  state: batchState,
  count: z.int(),
  totalFen: fen,
  madeAt: instant,
  /** Above this a second operator approves. */
  needsSecond: z.boolean(),
  madeByMe: z.boolean(),
  approvedAt: z.nullable(instant),
  downloadedAt: z.nullable(instant),
  settledAt: z.nullable(instant),
};
const batch = z.object(batchHead);

export const countPayable = endpoint({
  name: 'countPayable',
  method: 'GET',
  path: '/api/payouts/payable',
  summary: 'Approved online claims: how many can be paid, how many wait for an account, how old the oldest is',
  who: ['operator'],
  input: nothing,
  output: z.object({
    payable: z.int(),
    payableFen: z.int(),
    accountNeeded: z.int(),
    accountWrong: z.int(),
    /** When the account of the oldest payable claim was given. */
    oldestAt: z.nullable(instant),
    /** Day by which that one was promised. */
    oldestDueOn: z.nullable(calendarDate),
  }),
  refusals: [],
});

export const listWrongAccounts = endpoint({
  name: 'listWrongAccounts',
  method: 'GET',
  path: '/api/payouts/wrong-accounts',
  summary: 'Approved claims whose account the bank refused and whose claimant has not corrected it, longest first',
  who: ['operator'],
  input: nothing,
  output: z.object({
    items: z.array(
      z.object({
        claimNumber: z.string(),
        amountFen: fen,
        account: z.string(),
        problem: z.string(),
        failedAt: instant,
        batchNumber: z.string(),
      }),
    ),
  }),
  refusals: [],
});

export const makePayoutBatch = endpoint({
  name: 'makePayoutBatch',
  method: 'POST',
  path: '/api/payouts/batches/make',
  summary: 'Freeze the payable claims, oldest account first, into a file for the bank',
  who: ['operator'],
  input: nothing,
  output: batch,
  refusals: ['NOTHING_TO_PAY'],
});

export const listPayoutBatches = endpoint({
  name: 'listPayoutBatches',
  method: 'GET',
  path: '/api/payouts/batches',
  summary: 'Batches, newest first',
  who: ['operator'],
  input: z.strictObject({ limit: z.optional(queryNumber(1, 100)) }),
  output: z.object({ items: z.array(batch) }),
  refusals: [],
});

export const getPayoutBatch = endpoint({
  name: 'getPayoutBatch',
  method: 'GET',
  path: '/api/payouts/batches/detail',
  summary: 'A batch with its lines; names and numbers of accounts are masked',
  who: ['operator'],
  input: z.strictObject({ batchId: uuid }),
  output: z.object({
    ...batchHead,
    lines: z.array(
      z.object({
        ordinal: z.int(),
        claimNumber: z.string(),
        account: z.string(),
        amountFen: fen,
        nettedFen: fen,
        state: z.enum(['waiting', 'paid', 'failed', 'discarded']),
        reason: z.nullable(z.string()),
        settledAt: z.nullable(instant),
      }),
    ),
    imports: z.array(
      z.object({
        at: instant,
        sha256: z.string(),
        paid: z.int(),
        failed: z.int(),
        repeated: z.int(),
        problems: z.array(z.object({ row: z.int(), problem: z.string() })),
      }),
    ),
  }),
  refusals: [],
});

export const approvePayoutBatch = endpoint({
  name: 'approvePayoutBatch',
  method: 'POST',
  path: '/api/payouts/batches/approve',
  summary: 'A second operator approves a batch above the limit',
  who: ['operator'],
  input: z.strictObject({ batchId: uuid }),
  output: batch,
  refusals: ['STATE_CHANGED', 'SAME_OPERATOR'],
});

export const discardPayoutBatch = endpoint({
  name: 'discardPayoutBatch',
  method: 'POST',
  path: '/api/payouts/batches/discard',
  summary: 'Take back a batch whose file nobody has downloaded; its claims can be paid with the next',
  who: ['operator'],
  input: z.strictObject({ batchId: uuid, reason: text(4, 200) }),
  output: batch,
  refusals: ['STATE_CHANGED'],
});

export const openPayoutFile = endpoint({
  name: 'openPayoutFile',
  method: 'POST',
  path: '/api/payouts/batches/file',
  summary: 'The file for the bank; the same bytes each time. From the first time on the batch cannot be taken back',
  who: ['operator'],
  input: z.strictObject({ batchId: uuid }),
  output: z.object({
    fileName: z.string(),
    /** UTF-8, lines ended by \n. */
    content: z.string(),
    /** Of the bytes of `content`. */
    sha256: z.string(),
    count: z.int(),
    totalFen: fen,
  }),
  refusals: ['STATE_CHANGED'],
});

/** What became of one row of a result file. */
export const rowProblem = z.enum([
  'unreadable',
  /** No such line in this batch, or another claim stands in it. */
  'unknown_line',
  'amount_mismatch',
  /** The line is known to have ended otherwise: nothing was changed, a person asks the bank. */
  'contradiction',
]);

export const importPayoutResults = endpoint({
  name: 'importPayoutResults',
  method: 'POST',
  path: '/api/payouts/batches/results',
  summary: 'What the bank answered, also in parts and again: each line is taken once',
  who: ['operator'],
  input: z.strictObject({ batchId: uuid, content: text(10, 60_000) }),
  output: z.object({
    paid: z.int(),
    failed: z.int(),
    repeated: z.int(),
    problems: z.array(z.object({ row: z.int(), problem: rowProblem })),
    /** Lines of the batch about which the bank has not said anything yet. */
    waiting: z.int(),
  }),
  refusals: ['STATE_CHANGED', 'FILE_UNREADABLE'],
});
