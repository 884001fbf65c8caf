import type { CalendarDate } from './calendar';
import { type GrantStep, grantSteps, grantingDonations } from './waiver-grant';
import type {
  LedgerGiving,
  LedgerGroup,
  LedgerKind,
  LedgerLeg,
  LedgerPot,
  LedgerState,
  LedgerUse,
} from './waiver-ledger-model';
import { GONE, POOLS, applyLeg, potKey, potOf, sumOf, writeGiven } from './waiver-ledger-state';
import type { WaiverDonation } from './waiver-model';

export const stepOn = (steps: readonly GrantStep[], on: CalendarDate): GrantStep | undefined =>
  steps.findLast(step => step.on <= on);

/**
 * What the accounts of a donation must hold on a day: all it ever gave, less what is used; of the rest, what the day still
 * allows is available and the remainder has lapsed. It follows from the facts alone, so the order of events does not matter.
 */
export function balancesOn(
  steps: readonly GrantStep[],
  on: CalendarDate,
  spent: number,
  paid: number,
): LedgerPot['balances'] {
  let [earned, ceiling] = [0, 0];
  for (const step of steps) {
    if (step.on > on) break;
    ceiling = step.ceilingMl;
    if (ceiling > earned) earned = ceiling;
  }
  const used = spent + paid;
  const available = Math.max(0, ceiling - used);
  const missing = Math.max(0, used - earned);
  // Subtracted from zero: there is a −0 in JavaScript, which equals 0 and yet is not the same.
  return {
    source: 0 - earned,
    available,
    lapsed: earned - used + missing - available,
    spent,
    paid,
    short: 0 - missing,
  };
}

const USED = ['spent', 'paid'] as const;
/** Accounts that follow from the facts; what is used, a claim says. */
const MOVED = ['source', 'available', 'lapsed', 'short'] as const;

interface Reason {
  kind: LedgerKind;
  on: CalendarDate;
  clause: string;
  edition: string;
}

/** Lines that bring the pot to these balances; lines of claims are the caller's. They add up to zero with those. */
export function moveTo(
  { donationId, pool, given: known, balances: held }: LedgerPot,
  balances: LedgerPot['balances'],
  given: string,
  { kind, on, clause, edition }: Reason,
): LedgerLeg[] {
  const legs: LedgerLeg[] = [];
  for (const account of MOVED) {
    const ml = balances[account] - held[account];
    const isSource = account === 'source';
    if (ml === 0 && !(isSource && given !== known)) continue;
    const facts = isSource ? given : null;
    legs.push({ kind, account, pool, donationId, claimId: null, ml, on, clause, edition, given: facts });
  }
  return legs;
}

/** What every donation gives each pool. Those that the ledger knows and the register no longer has give nothing. */
export function givingsOf(history: readonly WaiverDonation[]): Map<string, LedgerGiving> {
  const givings = new Map<string, LedgerGiving>();
  for (const past of grantingDonations(history)) {
    const given = writeGiven(past);
    for (const pool of POOLS) {
      const steps = grantSteps(past, pool);
      if (steps.length > 0) givings.set(potKey(past.id, pool), { given, steps });
    }
  }
  return givings;
}

export const givingOf = (givings: ReadonlyMap<string, LedgerGiving>, pot: LedgerPot): LedgerGiving =>
  givings.get(potKey(pot.donationId, pot.pool)) ?? { given: GONE, steps: [] };

/** Applies the lines and answers them as one group. */
export function post(state: LedgerState, legs: LedgerLeg[]): LedgerGroup {
  for (const leg of legs) applyLeg(state, leg);
  return legs;
}

/** Lines that change what a claim has of a pot, with the balances that follow from it. */
export function useLegs(
  state: LedgerState,
  giving: LedgerGiving,
  use: Omit<LedgerUse, 'spent' | 'paid'>,
  change: { spent?: number; paid?: number },
  at: { kind: LedgerKind; today: CalendarDate },
): LedgerLeg[] {
  const { claimId, donationId, pool, on, clause, edition } = use;
  const reason = { kind: at.kind, on, clause, edition };
  const legs: LedgerLeg[] = [];
  for (const account of USED) {
    const ml = change[account] ?? 0;
    if (ml === 0) continue;
    legs.push({ kind: at.kind, account, pool, donationId, claimId, ml, on, clause, edition, given: null });
  }
  const total = sumOf(legs);
  if (donationId === null) {
    const [account, ml] = ['lifelong', 0 - total] as const;
    if (total !== 0) legs.push({ ...reason, account, pool, donationId, claimId, ml, given: null });
    return legs;
  }
  const pot = potOf(state, donationId, pool);
  const spent = pot.balances.spent + (change.spent ?? 0);
  const paid = pot.balances.paid + (change.paid ?? 0);
  legs.push(...moveTo(pot, balancesOn(giving.steps, at.today, spent, paid), giving.given, reason));
  return legs;
}
