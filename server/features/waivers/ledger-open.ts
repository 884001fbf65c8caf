import type { WaiverDonation } from '@rules/waiver';
import {
  type LedgerGiving,
  type LedgerGroup,
  type LedgerState,
  bringUpTo,
  givingsOf,
  replayLedger,
} from '@rules/waiver-ledger';
import { insertRows, updateRows } from '@server/platform/db/rows';
import type { Tx } from '@server/platform/tx';
import { dueAfter, findGiven, findLegs, rowsOf } from './ledger-rows';
import { noteShortfalls } from './ledger-shortfall';
import { takeTurn } from './waiver-account';
import { WaiverAccount } from './waiver-account.entity';
import { WaiverPosting } from './waiver-posting.entity';

export interface OpenLedger {
  readonly history: readonly WaiverDonation[];
  readonly givings: ReadonlyMap<string, LedgerGiving>;
  readonly state: LedgerState;
}

/** The ledger as it is, brought up to today in memory. Writes nothing; true for as long as nobody spends. */
export async function readLedger(tx: Tx, donorId: string): Promise<OpenLedger & { legs: LedgerGroup }> {
  const history = (await findGiven(tx, [donorId])).get(donorId) ?? [];
  const legs = (await findLegs(tx, [donorId])).get(donorId) ?? [];
  const state = replayLedger(legs);
  const givings = givingsOf(history);
  const missing = bringUpTo(state, givings, tx.today);
  return { history, givings, state, legs: [...legs, ...missing.flat()] };
}

/**
 * Takes the donor's turn, writes what donations, corrections and time have done since it was last open, and then what `act` does.
 * An import of a million donations therefore writes nothing here; whoever first uses an account does.
 */
export async function postTo<T extends { groups: LedgerGroup[] }>(
  tx: Tx,
  donorId: string,
  act: (ledger: OpenLedger) => T | Promise<T>,
): Promise<T> {
  // The turn comes first: the balance is read only when nobody else can spend it any more.
  const turn = await takeTurn(tx, donorId);
  const history = (await findGiven(tx, [donorId])).get(donorId) ?? [];
  const legs = (await findLegs(tx, [donorId])).get(donorId) ?? [];
  const state = replayLedger(legs);
  const givings = givingsOf(history);
  const missing = bringUpTo(state, givings, tx.today);
  const done = await act({ history, givings, state });
  const groups = [...missing, ...done.groups];
  await insertRows(tx.em, WaiverPosting, rowsOf(donorId, turn, groups, state, tx.now));
  if (groups.some(group => group.some(({ account }) => account === 'short'))) await noteShortfalls(tx, donorId, state);
  const dueOn = dueAfter(givings, tx.today);
  if (dueOn !== turn.dueOn) await updateRows(tx.em, WaiverAccount, { donorId }, { dueOn });
  return done;
}
