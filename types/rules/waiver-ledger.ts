import type { CalendarDate } from './calendar';
import { followShort } from './waiver-ledger-follow';
import type { LedgerGiving, LedgerGroup, LedgerLeg, LedgerPot, LedgerState, LedgerUse } from './waiver-ledger-model';
import { balancesOn, givingOf, givingsOf, moveTo, post, stepOn, useLegs } from './waiver-ledger-pots';
import { emptyLedger, historyOf, potOf, replayLedger } from './waiver-ledger-state';
import type { WaiverPool } from './waiver-model';

export type * from './waiver-ledger-model';
export { givingsOf } from './waiver-ledger-pots';
export { emptyLedger, historyOf, readGiven, replayLedger, spentOf, sumOf, totalOf } from './waiver-ledger-state';

/** The first lines of a donation: given on its day, and what has lapsed since. */
function open(state: LedgerState, pot: LedgerPot, { given, steps }: LedgerGiving, today: CalendarDate): LedgerGroup[] {
  return steps
    .filter(({ on }) => on <= today)
    .map(({ on, clause, edition }) => {
      const balances = balancesOn(steps, on, 0, 0);
      const kind = balances.source < pot.balances.source ? 'earn' : 'convert';
      return post(state, moveTo(pot, balances, given, { kind, on, clause, edition }));
    });
}

function refresh(state: LedgerState, pot: LedgerPot, giving: LedgerGiving, today: CalendarDate): LedgerGroup {
  const { spent, paid } = pot.balances;
  const balances = balancesOn(giving.steps, today, spent, paid);
  const step = stepOn(giving.steps, today);
  const isSame = giving.given === pot.given;
  const kind = !isSame ? 'correct' : balances.source < pot.balances.source ? 'earn' : 'convert';
  const on = isSame ? (step?.on ?? today) : today;
  const reason = { kind, on, clause: step?.clause ?? '', edition: step?.edition ?? '' } as const;
  return post(state, moveTo(pot, balances, giving.given, reason));
}

/**
 * Writes what time and the register have done since: new donations, five years that ended, corrections, another edition.
 * Nothing when there is nothing. The state is changed along with the answer.
 */
export function bringUpTo(
  state: LedgerState,
  givings: ReadonlyMap<string, LedgerGiving>,
  today: CalendarDate,
): LedgerGroup[] {
  const groups: LedgerGroup[] = [];
  for (const pot of state.pots.values()) {
    const group = refresh(state, pot, givingOf(givings, pot), today);
    if (group.length > 0) groups.push(group);
  }
  for (const [key, giving] of givings)
    if (!state.pots.has(key)) {
      const first = giving.steps[0];
      if (!first || first.on > today) continue;
      const pool: WaiverPool = key.startsWith('self') ? 'self' : 'relative';
      groups.push(...open(state, potOf(state, key.slice(pool.length), pool), giving, today));
    }
  groups.push(...followShort(state, givings, today));
  return groups;
}

export type LedgerClaim = { id: string; pool: WaiverPool; usedOn: CalendarDate };

/** A claim takes these millilitres. One group. */
export function spend(
  state: LedgerState,
  givings: ReadonlyMap<string, LedgerGiving>,
  claim: LedgerClaim,
  taken: readonly { donationId: string | null; ml: number; clause: string; edition: string }[],
  today: CalendarDate,
): LedgerGroup {
  const legs = taken.flatMap(({ donationId, ml, clause, edition }) => {
    const use = { claimId: claim.id, donationId, pool: claim.pool, on: claim.usedOn, clause, edition };
    const giving =
      donationId === null ? { given: '', steps: [] } : givingOf(givings, potOf(state, donationId, claim.pool));
    return [...post(state, useLegs(state, giving, use, { spent: ml }, { kind: 'spend', today }))];
  });
  return legs;
}

const usesOf = (state: LedgerState, claimId: string): LedgerUse[] =>
  [...state.uses.values()].filter(use => use.claimId === claimId && use.spent + use.paid !== 0);

/**
 * The claim keeps no more than these millilitres; the rest never was: every account stands as it would without it, also when
 * five years have ended since. What was taken last is given back first, so what is kept is what a smaller bill would have taken.
 * One group; nothing when the claim has no more than that.
 */
export function giveBackTo(
  state: LedgerState,
  givings: ReadonlyMap<string, LedgerGiving>,
  { claimId, keepMl }: { claimId: string; keepMl: number },
  kind: 'reverse' | 'claw_back',
  today: CalendarDate,
): LedgerGroup {
  const uses = usesOf(state, claimId);
  let over = uses.reduce((ml, use) => ml + use.spent + use.paid, 0) - keepMl;
  return uses.reverse().flatMap(use => {
    const spent = Math.max(0, Math.min(over, use.spent));
    const paid = Math.max(0, Math.min(over - spent, use.paid));
    over -= spent + paid;
    if (spent + paid === 0) return [];
    const giving =
      use.donationId === null ? { given: '', steps: [] } : givingOf(givings, potOf(state, use.donationId, use.pool));
    return [...post(state, useLegs(state, giving, use, { spent: 0 - spent, paid: 0 - paid }, { kind, today }))];
  });
}

/** The claim never was. One group. */
export const giveBack = (
  state: LedgerState,
  givings: ReadonlyMap<string, LedgerGiving>,
  claimId: string,
  kind: 'reverse' | 'claw_back',
  today: CalendarDate,
): LedgerGroup => giveBackTo(state, givings, { claimId, keepMl: 0 }, kind, today);

/** The money of the claim was paid. One group; nothing the second time. */
export function pay(
  state: LedgerState,
  givings: ReadonlyMap<string, LedgerGiving>,
  claimId: string,
  today: CalendarDate,
): LedgerGroup {
  return usesOf(state, claimId)
    .filter(use => use.spent > 0)
    .flatMap(use => {
      const giving =
        use.donationId === null ? { given: '', steps: [] } : givingOf(givings, potOf(state, use.donationId, use.pool));
      const change = { spent: 0 - use.spent, paid: use.spent };
      return [...post(state, useLegs(state, giving, use, change, { kind: 'pay', today }))];
    });
}

/**
 * The ledger as it was on a day: donations made and blood used until then, by the lines alone. Conversions are worked out
 * again for that day, so it does not matter when they were written.
 */
export function ledgerOn(legs: readonly LedgerLeg[], on: CalendarDate): LedgerState {
  const known = replayLedger(legs);
  const history = historyOf(known).filter(past => past.on <= on);
  const state = emptyLedger();
  const givings = givingsOf(history);
  bringUpTo(state, givings, on);
  for (const use of known.uses.values()) {
    if (use.on > on || use.spent + use.paid === 0) continue;
    const giving =
      use.donationId === null ? { given: '', steps: [] } : givingOf(givings, potOf(state, use.donationId, use.pool));
    post(state, useLegs(state, giving, use, { spent: use.spent, paid: use.paid }, { kind: 'spend', today: on }));
  }
  return state;
}
