import type { CalendarDate } from '@rules/calendar';
import type { WaiverDonation } from '@rules/waiver';
import { citiesMatter } from '@rules/waiver-edition';
import type { LedgerGroup, LedgerLeg, LedgerState } from '@rules/waiver-ledger';
import { sumOf } from '@rules/waiver-ledger';
import { Organization } from '@server/features/organizations';
import { findRowsIn, padded } from '@server/platform/db/rows';
import type { Tx } from '@server/platform/tx';
import type { Turn } from './waiver-account';
import { type WaiverPosting } from './waiver-posting.entity';

const MUST_NOT_BE_NEGATIVE = ['available', 'lapsed', 'spent', 'paid'] as const;

/** As the database answers it; the columns that the rules need and no more, because a replay reads very many. */
interface RawDonation {
  id: string;
  person_id: string;
  station_id: string;
  type: WaiverDonation['type'];
  volume_ml: number | null;
  units_tenths: number | null;
  donated_on: string;
}
type RawLeg = LedgerLeg & { donor_id: string };

/** Grouped by donor; each has a list, empty where nothing was found. */
async function findOf<Raw>(
  tx: Tx,
  donorIds: readonly string[],
  select: string,
  column: keyof Raw & string,
  order = '',
): Promise<Map<string, Raw[]>> {
  const groups = new Map<string, Raw[]>(donorIds.map(id => [id, []]));
  if (donorIds.length === 0) return groups;
  const list = padded(donorIds);
  const marks = list.map(() => '?').join(', ');
  const rows = (await tx.em.query(`${select} WHERE ${column} IN (${marks})${order}`, list)) as Raw[];
  for (const row of rows) groups.get(String(row[column]))?.push(row);
  return groups;
}

/** The lines of these donors' ledgers, each in the order of writing, which is that of the key. */
export async function findLegs(tx: Tx, donorIds: readonly string[]): Promise<Map<string, LedgerLeg[]>> {
  const name = (alias: string) => tx.em.connection.driver.escape(alias);
  // Named as the rules name them: what is read most needs no second object.
  const columns =
    `donor_id, kind, account, pool, donation_id AS ${name('donationId')}, claim_id AS ${name('claimId')}, ml, ` +
    `value_on AS ${name('on')}, clause, edition, given`;
  const select = `SELECT ${columns} FROM waiver_ledger`;
  return findOf<RawLeg>(tx, donorIds, select, 'donor_id', ' ORDER BY donor_id, turn, ordinal');
}

/** What the donors gave, as the waiver counts it. The city is asked for only when a city has rules of its own. */
export async function findGiven(tx: Tx, donorIds: readonly string[]): Promise<Map<string, WaiverDonation[]>> {
  const select = 'SELECT id, person_id, station_id, type, volume_ml, units_tenths, donated_on FROM donation';
  const found = await findOf<RawDonation>(tx, donorIds, select, 'person_id');
  const stations = citiesMatter() ? [...found.values()].flat().map(row => row.station_id) : [];
  const places = await findRowsIn(tx.em, Organization, 'id', [...new Set(stations)]);
  const cities = new Map(places.map(({ id, city }) => [id, city]));
  const givenOf = ({ id, type, donated_on, volume_ml, units_tenths, station_id }: RawDonation): WaiverDonation => ({
    ...{ id, type, on: donated_on, volumeMl: volume_ml ?? undefined, unitsTenths: units_tenths ?? undefined },
    city: cities.get(station_id),
  });
  return new Map([...found].map(([id, rows]) => [id, rows.map(givenOf)]));
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
    for (const { kind, account, pool, donationId, claimId, ml, on, clause, edition, given } of group)
      // One shape written out: of a replay this is the line that runs most often.
      rows.push({
        donorId,
        turn: turn.turn,
        ordinal: turn.ordinal++,
        groupNo,
        kind,
        account,
        pool,
        donationId,
        claimId,
        ml,
        valueOn: on,
        clause,
        edition,
        given,
        at,
      });
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
