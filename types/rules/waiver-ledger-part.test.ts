import fc from 'fast-check';
import { addDays } from './calendar';
import {
  type WaiverDonation,
  type WaiverPool,
  waivableFen,
  waiverEntitlement,
  waiverMl,
  waiverSpending,
} from './waiver';
import {
  type LedgerGroup,
  type LedgerState,
  bringUpTo,
  emptyLedger,
  giveBackTo,
  givingsOf,
  pay,
  spend,
  spentOf,
  sumOf,
} from './waiver-ledger';

const today = '2026-03-05';
const runs = Number(process.env.ROUNDS ?? 200);

/** One to four donations over ten years, also such as end their five years between use and today. */
const histories = fc
  .array(fc.record({ ago: fc.integer({ min: 400, max: 3650 }), volumeMl: fc.constantFrom(200, 300, 400) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map(given =>
    given.map(({ ago, volumeMl }, n): WaiverDonation => ({
      ...{ id: `d${n}`, type: 'whole_blood', on: addDays(today, -ago), volumeMl },
    })),
  );

interface Used {
  state: LedgerState;
  waivedFen: number;
  groups: LedgerGroup[];
}

function use(history: WaiverDonation[], pool: WaiverPool, usedOn: string, fen: number, isPaid: boolean): Used {
  const givings = givingsOf(history);
  const state = emptyLedger();
  const groups = bringUpTo(state, givings, today);
  const relation = pool === 'self' ? 'self' : 'parent';
  const entitlement = waiverEntitlement({ donor: {}, history, relation, usedOn, spent: spentOf(state) });
  const waivedFen = entitlement.lifelong ? 0 : waivableFen(entitlement, fen);
  const { clause = '', edition = '' } = entitlement;
  const taken = waiverSpending(entitlement, waivedFen).map(part => ({ ...part, clause, edition }));
  groups.push(spend(state, givings, { id: 'this', pool, usedOn }, taken, today));
  if (isPaid) groups.push(pay(state, givings, 'this', today));
  return { state, waivedFen, groups };
}

const balances = ({ pots }: LedgerState) => [...pots].map(([key, { balances: held }]) => [key, held]);

it('a claim that gives parts back, in one step or in many, stands as if its bill had been so small from the start', () => {
  fc.assert(
    fc.property(
      histories,
      fc.constantFrom('self' as const, 'relative' as const),
      fc.integer({ min: 0, max: 399 }),
      fc.integer({ min: 1, max: 300_000 }),
      fc.array(fc.integer({ min: 0, max: 300_000 }), { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      (history, pool, ago, fen, bills, isPaid) => {
        const usedOn = addDays(today, -ago);
        const whole = use(history, pool, usedOn, fen, isPaid);
        const kind = isPaid ? 'claw_back' : 'reverse';
        let left = whole.waivedFen;
        // A refund that is told of again changes nothing.
        for (const bill of [...bills, ...bills]) {
          left = Math.min(left, bill);
          const keepMl = waiverMl(left, usedOn);
          whole.groups.push(giveBackTo(whole.state, givingsOf(history), { claimId: 'this', keepMl }, kind, today));
        }
        const small = use(history, pool, usedOn, left, isPaid);
        expect(balances(whole.state)).toEqual(balances(small.state));
        for (const group of whole.groups) expect(sumOf(group)).toBe(0);
      },
    ),
    { numRuns: runs },
  );
});
