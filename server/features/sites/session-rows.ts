import type { CalendarDate } from '@rules/calendar';
import type { SessionPlan } from '@rules/session-plan';
import { newId } from '@server/platform/ids';
import type { Tx } from '@server/platform/tx';
import type { DonationSession } from './donation-session.entity';
import type { Slot } from './slot.entity';

export interface Place {
  readonly address: string;
  readonly latitude: number;
  readonly longitude: number;
}

type PlanColumns = Omit<
  DonationSession,
  'id' | 'siteId' | 'onDate' | 'state' | 'version' | 'planKey' | 'reason' | 'createdAt' | 'updatedAt'
>;

export const placeOf = (row: Pick<DonationSession, 'address' | 'latitudeE6' | 'longitudeE6'>): Place | null =>
  row.address === null || row.latitudeE6 === null || row.longitudeE6 === null
    ? null
    : { address: row.address, latitude: row.latitudeE6 / 1e6, longitude: row.longitudeE6 / 1e6 };

export const toColumns = (plan: SessionPlan & { place: Place | null }): PlanColumns => ({
  opens: plan.opens,
  closes: plan.closes,
  wholeBloodChairs: plan.wholeBlood.chairs,
  wholeBloodStaff: plan.wholeBlood.staff,
  wholeBloodWalkIns: plan.wholeBlood.walkIns,
  plateletChairs: plan.platelets.chairs,
  plateletStaff: plan.platelets.staff,
  plateletWalkIns: plan.platelets.walkIns,
  reservedPercent: plan.reservedPercent,
  releaseHours: plan.releaseHours,
  address: plan.place?.address ?? null,
  latitudeE6: plan.place ? Math.round(plan.place.latitude * 1e6) : null,
  longitudeE6: plan.place ? Math.round(plan.place.longitude * 1e6) : null,
});

export const toPlan = (row: DonationSession): SessionPlan & { place: Place | null } => ({
  opens: row.opens,
  closes: row.closes,
  wholeBlood: { chairs: row.wholeBloodChairs, staff: row.wholeBloodStaff, walkIns: row.wholeBloodWalkIns },
  platelets: { chairs: row.plateletChairs, staff: row.plateletStaff, walkIns: row.plateletWalkIns },
  reservedPercent: row.reservedPercent,
  releaseHours: row.releaseHours,
  place: placeOf(row),
});

export const newSession = (
  tx: Tx,
  given: { siteId: string; onDate: CalendarDate; state: DonationSession['state']; planKey: string | null },
  plan: SessionPlan & { place: Place | null },
): DonationSession => ({
  ...{ id: newId(), version: 1, reason: null, createdAt: tx.now, updatedAt: tx.now },
  ...given,
  ...toColumns(plan),
});

export const newSlot = (
  { id: sessionId, siteId, onDate }: Pick<DonationSession, 'id' | 'siteId' | 'onDate'>,
  planned: Pick<Slot, 'type' | 'startsAt' | 'endsAt' | 'capacity' | 'reserved' | 'releaseAt' | 'walkInCapacity'>,
  reservedFor: string,
): Slot => ({
  ...{ id: newId(), siteId, onDate, sessionId, reservedFor, ...planned },
  ...{ booked: 0, neededBooked: 0, groupHeld: 0, walkInTaken: 0, state: 'open' },
});

/** Rows in one INSERT. */
const batch = 150;

/** Two workers may open the same days: the unique key lets one of them win, row by row. */
export async function insertMissing<Row extends Slot | DonationSession>(
  tx: Tx,
  entity: new () => Row,
  rows: readonly Row[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += batch)
    await tx.em
      .createQueryBuilder()
      .insert()
      .into<Row>(entity)
      .values(rows.slice(at, at + batch) as never)
      .orIgnore()
      .updateEntity(false)
      .execute();
}
