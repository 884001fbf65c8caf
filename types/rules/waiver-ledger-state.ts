import type { DonationType } from './vocabulary';
import type { LedgerAccount, LedgerGroup, LedgerLeg, LedgerPot, LedgerState } from './waiver-ledger-model';
import type { WaiverDonation, WaiverPool, WaiverSpent } from './waiver-model';

export const POOLS: readonly WaiverPool[] = ['self', 'relative'];
const NOTHING = { source: 0, available: 0, lapsed: 0, spent: 0, paid: 0, short: 0 } as const;

export const potKey = (donationId: string, pool: WaiverPool): string => `${pool}${donationId}`;
const useKey = (claimId: string, donationId: string | null, pool: WaiverPool): string =>
  `${claimId}${pool}${donationId ?? ''}`;

export const emptyLedger = (): LedgerState => ({ pots: new Map(), uses: new Map(), reversedMl: 0 });

export const usedOf = ({ balances }: LedgerPot): number => balances.spent + balances.paid;

/** The facts by which a donation counts, as one word; what is not in it changes nothing. */
export function writeGiven({ on, type, volumeMl, unitsTenths, city, place }: WaiverDonation): string {
  const amount = type === 'platelets' ? unitsTenths : type === 'whole_blood' ? volumeMl : undefined;
  const facts = `${on} ${type} ${amount ?? '-'}`;
  return city || place ? `${facts} ${city ?? '-'} ${place ?? '-'}` : facts;
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

export function potOf(state: LedgerState, donationId: string, pool: WaiverPool): LedgerPot {
  const key = potKey(donationId, pool);
  const known = state.pots.get(key);
  if (known) return known;
  const pot = { donationId, pool, given: '', balances: { ...NOTHING } };
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

/** Total of an account, of one pool when it is named. */
export function totalOf(state: LedgerState, account: Exclude<LedgerAccount, 'lifelong'>, pool?: WaiverPool): number {
  let ml = 0;
  for (const pot of state.pots.values()) if (!pool || pot.pool === pool) ml += pot.balances[account];
  return ml;
}

/** Stands in the place of the facts of a donation that the register no longer has. */
export const GONE = 'gone';

/** The donations that the ledger counts, from its lines alone. */
export function historyOf(state: LedgerState): WaiverDonation[] {
  const found = new Map<string, WaiverDonation>();
  for (const { donationId, given } of state.pots.values())
    if (given !== GONE && given !== '') found.set(donationId, readGiven(donationId, given));
  return [...found.values()];
}
