import type { CalendarDate } from '@rules/calendar';
import { type WaiverDonation } from '@rules/waiver';
import { citiesMatter } from '@rules/waiver-edition';
import type { LedgerGroup, LedgerLeg, LedgerState } from '@rules/waiver-ledger';
import { sumOf } from '@rules/waiver-ledger';
import { Donation } from '@server/features/donations';
import { Organization } from '@server/features/organizations';
import { findRowsIn } from '@server/platform/db/rows';
import type { Tx } from '@server/platform/tx';
import type { Turn } from './waiver-account';
import { WaiverPosting } from './waiver-posting.entity';

const MUST_NOT_BE_NEGATIVE = ['available', 'lapsed', 'spent', 'paid'] as const;

export const legOf = ({ valueOn, ...row }: WaiverPosting): LedgerLeg => ({ ...row, on: valueOn });

/** The lines of these donors' ledgers, each in the order of writing. */
export async function findLegs(tx: Tx, donorIds: readonly string[]): Promise<Map<string, LedgerLeg[]>> {
  const rows = await findRowsIn(tx.em, WaiverPosting, 'donorId', donorIds);
  rows.sort((a, b) => a.turn - b.turn || a.ordinal - b.ordinal);
  const legs = new Map<string, LedgerLeg[]>(donorIds.map(id => [id, []]));
  for (const row of rows) legs.get(row.donorId)?.push(legOf(row));
  return legs;
}

/** What the donors gave, as the waiver counts it. The city is asked for only when a city has rules of its own. */
export async function findGiven(tx: Tx, donorIds: readonly string[]): Promise<Map<string, WaiverDonation[]>> {
  const rows = await findRowsIn(tx.em, Donation, 'personId', donorIds);
  const stations = citiesMatter() ? [...new Set(rows.map(({ stationId }) => stationId))] : [];
  const found = await findRowsIn(tx.em, Organization, 'id', stations);
  const cities = new Map(found.map(({ id, city }) => [id, city]));
  const given = new Map<string, WaiverDonation[]>(donorIds.map(id => [id, []]));
  for (const { id, type, donatedOn, volumeMl, unitsTenths, personId, stationId } of rows)
    given.get(personId)?.push({
      ...{ id, type, on: donatedOn, volumeMl: volumeMl ?? undefined, unitsTenths: unitsTenths ?? undefined },
      city: cities.get(stationId),
    });
  return given;
}

/** Rows of groups that belong to a turn. A group that does not add up to zero, or a balance below zero, is a defect and rolls back. */
export function rowsOf(
  donorId: string,
  turn: Turn,
  groups: readonly LedgerGroup[],
  state: LedgerState,
  at: string,
): WaiverPosting[] {
  const rows: WaiverPosting[] = [];
  for (const group of groups) {
    if (group.length === 0) continue;
    if (sumOf(group) !== 0) throw new Error('a group of the waiver ledger does not add up to zero');
    const groupNo = turn.groupNo++;
    for (const { on, ...leg } of group)
      rows.push({ donorId, turn: turn.turn, ordinal: turn.ordinal++, groupNo, ...leg, valueOn: on, at });
  }
  for (const { balances } of state.pots.values())
    if (MUST_NOT_BE_NEGATIVE.some(account => balances[account] < 0))
      throw new Error('a balance of the waiver ledger would be below zero');
  return rows;
}

/** First day after today on which a donation gives something else; far away when none does. */
export function dueAfter(
  givings: ReadonlyMap<string, { steps: readonly { on: CalendarDate }[] }>,
  today: CalendarDate,
): CalendarDate {
  let due = '9999-12-31';
  for (const { steps } of givings.values()) for (const { on } of steps) if (on > today && on < due) due = on;
  return due;
}
