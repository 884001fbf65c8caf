import type { CalendarDate } from './calendar';
import type { GrantStep } from './waiver-grant';
import type { LedgerGiving, LedgerGroup, LedgerPot, LedgerState, LedgerUse } from './waiver-ledger-model';
import { givingOf, post, stepOn, useLegs } from './waiver-ledger-pots';
import { usedOf } from './waiver-ledger-state';

interface Candidate {
  pot: LedgerPot;
  giving: LedgerGiving;
  step: GrantStep;
  freeMl: number;
}

/** Donations that could have served a use, in the order of spending. */
function candidatesFor(state: LedgerState, givings: ReadonlyMap<string, LedgerGiving>, use: LedgerUse): Candidate[] {
  const found = [...state.pots.values()].flatMap(pot => {
    const giving = givingOf(givings, pot);
    const step = stepOn(giving.steps, use.on);
    // The wider family has no part in the 800 ml of stem cells.
    if (pot.pool !== use.pool || !step || (use.clause === 'W-4' && step.clause === 'W-5')) return [];
    const freeMl = step.ceilingMl - usedOf(pot);
    return freeMl > 0 ? [{ pot, giving, step, freeMl }] : [];
  });
  const end = ({ step }: Candidate): string => step.until ?? '9999-12-31';
  const day = ({ giving }: Candidate): string => giving.given.slice(0, 10);
  const order = (a: Candidate): string => `${end(a)}${day(a)}${a.pot.donationId}`;
  return found.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** Use that a corrected donation no longer covers follows to the donor's other donations that would have served it; the rest stays short. */
export function followShort(
  state: LedgerState,
  givings: ReadonlyMap<string, LedgerGiving>,
  today: CalendarDate,
): LedgerGroup[] {
  const groups: LedgerGroup[] = [];
  for (const pot of [...state.pots.values()].filter(({ balances }) => balances.short < 0)) {
    const uses = [...state.uses.values()].filter(use => use.donationId === pot.donationId && use.pool === pot.pool);
    // The latest use is the one that would not have been granted.
    for (const use of uses.sort((a, b) => (a.on + a.claimId < b.on + b.claimId ? 1 : -1)))
      for (const { pot: other, giving, step, freeMl } of candidatesFor(state, givings, use)) {
        if (pot.balances.short === 0 || other === pot) continue;
        const account = use.spent > 0 ? 'spent' : 'paid';
        const ml = Math.min(0 - pot.balances.short, use[account], freeMl);
        if (ml <= 0) continue;
        const at = { kind: 'follow', today } as const;
        const [clause, edition] = [use.clause === 'W-4' ? 'W-4' : step.clause, step.edition];
        groups.push([
          ...post(state, useLegs(state, givingOf(givings, pot), use, { [account]: 0 - ml }, at)),
          ...post(
            state,
            useLegs(state, giving, { ...use, donationId: other.donationId, clause, edition }, { [account]: ml }, at),
          ),
        ]);
      }
  }
  return groups;
}
