import type { CalendarDate } from './calendar';
import { type GrantStep, grantSteps, grantingDonations } from './waiver-grant';
import type {
  LedgerAccount,
  LedgerGiving,
  LedgerGroup,
  LedgerKind,
  LedgerLeg,
  LedgerPot,
  LedgerState,
  LedgerUse,
} from './waiver-ledger-model';
import type { WaiverDonation, WaiverPool, WaiverSpent } from './waiver-model';
import type { DonationType } from './vocabulary';

export type * from './waiver-ledger-model';

const POOLS: readonly WaiverPool[] = ['self', 'relative'];
const OF_POT = ['source', 'available', 'lapsed', 'spent', 'paid', 'short'] as const;
const NOTHING = { source: 0, available: 0, lapsed: 0, spent: 0, paid: 0, short: 0 } as const;

const potKey = (donationId: string, pool: WaiverPool): string => `${pool}${donationId}`;
const useKey = (claimId: string, donationId: string | null, pool: WaiverPool): string =>
  `${claimId}${pool}${donationId ?? ''}`;

export const emptyLedger = (): LedgerState => ({ pots: new Map(), uses: new Map(), reversedMl: 0 });

export const usedOf = ({ balances }: LedgerPot): number => balances.spent + balances.paid;

/** The facts by which a donation counts, as one word; what is not in it changes nothing. */
export function writeGiven({ on, type, volumeMl, unitsTenths, city, place }: WaiverDonation): string {
  const amount = type === 'platelets' ? unitsTenths : type === 'whole_blood' ? volumeMl : undefined;
  return [on, type, amount ?? '-', ...(city || place ? [city ?? '-', place ?? '-'] : [])].join(' ');
}

export function readGiven(id: string, given: string): WaiverDonation {
  const [on = '', type = '', amount = '-', city = '-', place = '-'] = given.split(' ');
  const number = amount === '-' ? {} : type === 'platelets' ? { unitsTenths: +amount } : { volumeMl: +amount };
  return {
    id,
    on,
    type: type as DonationType,
    ...number,
    ...(city === '-' ? {} : { city }),
    ...(place === '-' ? {} : { place: place as WaiverDonation['place'] }),
  };
}

function potOf(state: LedgerState, donationId: string, pool: WaiverPool): LedgerPot {
  const key = potKey(donationId, pool);
  const pot = state.pots.get(key) ?? { donationId, pool, given: '', balances: { ...NOTHING } };
  state.pots.set(key, pot);
  return pot;
}

/** Adds a line to the balances. */
export function applyLeg(state: LedgerState, leg: LedgerLeg): void {
  const { account, pool, donationId, claimId, ml, kind } = leg;
  if (donationId !== null && account !== 'lifelong') {
    const pot = potOf(state, donationId, pool);
    pot.balances[account] += ml;
    if (leg.given !== null) pot.given = leg.given;
  }
  if (claimId === null || (account !== 'spent' && account !== 'paid')) return;
  const key = useKey(claimId, donationId, pool);
  const { on, clause, edition } = leg;
  const use = state.uses.get(key) ?? { claimId, donationId, pool, on, clause, edition, spent: 0, paid: 0 };
  use[account] += ml;
  state.uses.set(key, use);
  if (ml < 0 && (kind === 'reverse' || kind === 'claw_back')) state.reversedMl -= ml;
}

export function replayLedger(legs: Iterable<LedgerLeg>): LedgerState {
  const state = emptyLedger();
  for (const leg of legs) applyLeg(state, leg);
  return state;
}

export const sumOf = (group: LedgerGroup): number => group.reduce((ml, leg) => ml + leg.ml, 0);

/** What claims took from each donation, as the rules want it. */
export const spentOf = (state: LedgerState): WaiverSpent[] =>
  [...state.pots.values()].map(pot => ({ donationId: pot.donationId, by: pot.pool, ml: usedOf(pot) }));

const stepOn = (steps: readonly GrantStep[], on: CalendarDate): GrantStep | undefined =>
  steps.findLast(step => step.on <= on);

/**
 * What the accounts of a donation must hold on a day: all it ever gave, less what is used; of the rest, what the day still
 * allows is available and the remainder has lapsed. It follows from the facts alone, so the order of events does not matter.
 */
function balancesOn(steps: readonly GrantStep[], on: CalendarDate, spent: number, paid: number): LedgerPot['balances'] {
  const passed = steps.filter(step => step.on <= on);
  const earned = passed.reduce((ml, step) => Math.max(ml, step.ceilingMl), 0);
  const used = spent + paid;
  const available = Math.max(0, (passed.at(-1)?.ceilingMl ?? 0) - used);
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

interface Reason {
  kind: LedgerKind;
  on: CalendarDate;
  clause: string;
  edition: string;
}

/** Lines that bring the pot to these balances; lines of claims are the caller's. They add up to zero with those. */
function moveTo(pot: LedgerPot, balances: LedgerPot['balances'], given: string, reason: Reason): LedgerLeg[] {
  return OF_POT.filter(account => account !== 'spent' && account !== 'paid').flatMap(account => {
    const ml = balances[account] - pot.balances[account];
    const isChange = account === 'source' && given !== pot.given;
    if (ml === 0 && !isChange) return [];
    const { donationId, pool } = pot;
    return [{ ...reason, account, pool, donationId, claimId: null, ml, given: account === 'source' ? given : null }];
  });
}

const GONE = 'gone';

/** What every donation gives each pool. Those that the ledger knows and the register no longer has give nothing. */
export function givingsOf(history: readonly WaiverDonation[]): Map<string, LedgerGiving> {
  const givings = new Map<string, LedgerGiving>();
  for (const past of grantingDonations(history))
    for (const pool of POOLS) {
      const steps = grantSteps(past, pool);
      if (steps.length > 0) givings.set(potKey(past.id, pool), { given: writeGiven(past), steps });
    }
  return givings;
}

const givingOf = (givings: ReadonlyMap<string, LedgerGiving>, pot: LedgerPot): LedgerGiving =>
  givings.get(potKey(pot.donationId, pot.pool)) ?? { given: GONE, steps: [] };

const isPresent = (group: LedgerGroup): boolean => group.length > 0;

/** Applies the lines and answers them as one group. */
function post(state: LedgerState, legs: LedgerLeg[]): LedgerGroup {
  for (const leg of legs) applyLeg(state, leg);
  return legs;
}

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
  for (const pot of state.pots.values()) groups.push(refresh(state, pot, givingOf(givings, pot), today));
  for (const [key, giving] of givings)
    if (!state.pots.has(key)) {
      const first = giving.steps[0];
      if (!first || first.on > today) continue;
      const pool: WaiverPool = key.startsWith('self') ? 'self' : 'relative';
      groups.push(...open(state, potOf(state, key.slice(pool.length), pool), giving, today));
    }
  groups.push(...followShort(state, givings, today));
  return groups.filter(isPresent);
}

/** Lines that change what a claim has of a pot, with the balances that follow from it. */
function useLegs(
  state: LedgerState,
  giving: LedgerGiving,
  use: Omit<LedgerUse, 'spent' | 'paid'>,
  change: { spent?: number; paid?: number },
  at: { kind: LedgerKind; today: CalendarDate },
): LedgerLeg[] {
  const { claimId, donationId, pool, on, clause, edition } = use;
  const reason = { kind: at.kind, on, clause, edition };
  const accounts = (['spent', 'paid'] as const).filter(account => (change[account] ?? 0) !== 0);
  const legs = accounts.map(account => ({
    ...{ ...reason, account, pool, donationId, claimId, ml: change[account] ?? 0, given: null },
  }));
  const total = sumOf(legs);
  if (donationId === null)
    return total === 0
      ? legs
      : [...legs, { ...reason, account: 'lifelong', pool, donationId, claimId, ml: 0 - total, given: null }];
  const pot = potOf(state, donationId, pool);
  const spent = pot.balances.spent + (change.spent ?? 0);
  const paid = pot.balances.paid + (change.paid ?? 0);
  return [...legs, ...moveTo(pot, balancesOn(giving.steps, at.today, spent, paid), giving.given, reason)];
}

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
function followShort(
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

/** The claim never was: every account stands as it would without it, also when five years have ended since. One group. */
export function giveBack(
  state: LedgerState,
  givings: ReadonlyMap<string, LedgerGiving>,
  claimId: string,
  kind: 'reverse' | 'claw_back',
  today: CalendarDate,
): LedgerGroup {
  return usesOf(state, claimId).flatMap(use => {
    const giving =
      use.donationId === null ? { given: '', steps: [] } : givingOf(givings, potOf(state, use.donationId, use.pool));
    const change = { spent: 0 - use.spent, paid: 0 - use.paid };
    return [...post(state, useLegs(state, giving, use, change, { kind, today }))];
  });
}

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

/** Total of an account, of one pool when it is named. */
export function totalOf(state: LedgerState, account: Exclude<LedgerAccount, 'lifelong'>, pool?: WaiverPool): number {
  let ml = 0;
  for (const pot of state.pots.values()) if (!pool || pot.pool === pool) ml += pot.balances[account];
  return ml;
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

/** The donations that the ledger counts, from its lines alone. */
export function historyOf(state: LedgerState): WaiverDonation[] {
  const found = new Map<string, WaiverDonation>();
  for (const { donationId, given } of state.pots.values())
    if (given !== GONE && given !== '') found.set(donationId, readGiven(donationId, given));
  return [...found.values()];
}
