import type { CalendarDate } from './calendar';
import type { GrantStep } from './waiver-grant';
import type { WaiverPool } from './waiver-model';

/**
 * `source`: what donations gave, below zero; `available`: can be used; `lapsed`: ended at five years; `spent` and `paid`: used by
 * claims, the money not yet or already paid out; `short`: used and no longer covered by the donation, below zero; `lifelong`:
 * where the blood of donors comes from who are free for life, below zero and without a limit.
 */
export type LedgerAccount = 'source' | 'available' | 'lapsed' | 'spent' | 'paid' | 'short' | 'lifelong';
export type LedgerKind = 'earn' | 'convert' | 'correct' | 'follow' | 'spend' | 'reverse' | 'pay' | 'claw_back';

/** One line of the ledger. Those of a group add up to zero. */
export type LedgerLeg = {
  kind: LedgerKind;
  account: LedgerAccount;
  pool: WaiverPool;
  /** null: blood of a donor who is free for life belongs to no donation. */
  donationId: string | null;
  claimId: string | null;
  ml: number;
  /** The day it is about: of donation, of the end of five years, of use. */
  on: CalendarDate;
  clause: string;
  edition: string;
  /** The donation as it stood when this was written, on lines that it gives or takes back: `2023-03-01 whole_blood 200`. */
  given: string | null;
};
export type LedgerGroup = readonly LedgerLeg[];

/** What one donation has in one pool. */
export type LedgerPot = {
  donationId: string;
  pool: WaiverPool;
  given: string;
  balances: Record<Exclude<LedgerAccount, 'lifelong'>, number>;
};

/** What one claim has of one donation and pool. */
export type LedgerUse = {
  claimId: string;
  donationId: string | null;
  pool: WaiverPool;
  on: CalendarDate;
  clause: string;
  edition: string;
  spent: number;
  paid: number;
};

export type LedgerState = { pots: Map<string, LedgerPot>; uses: Map<string, LedgerUse>; reversedMl: number };

/** A donation's part in the ledger; no steps when it gives nothing (any more). */
export type LedgerGiving = { given: string; steps: readonly GrantStep[] };
