import { findOtherTimes, getSite, getSlot, sayTime, type OtherTime } from '@server/features/sites';
import { notify } from '@server/platform/notify';
import type { Tx } from '@server/platform/tx';
import type { Appointment } from './appointment.entity';
import { endBooking } from './cancel-appointment';

const page = 'pages/booking/index';

/** One SMS variable holds 35 characters, so the nearest other site stands for all; the page lists them (`listOtherTimes`). */
function sayNearby(times: readonly OtherTime[], siteId: string): string {
  const near = times.find(({ site }) => site.id !== siteId);
  return near ? `${near.site.name} ${sayTime(near.slot.startsAt)}` : '';
}

/** Ends a booking that the station cannot keep, says why, and offers the nearest free times. False: it was over already. */
export async function endForStation(tx: Tx, row: Appointment, reason: string): Promise<boolean> {
  if (row.slotId === null || !(await endBooking(tx, row, 'by_station'))) return false;
  const times = await findOtherTimes(tx, await getSlot(tx, row.slotId));
  const others = times.filter(({ site }) => site.id === row.siteId).map(({ slot }) => sayTime(slot.startsAt));
  const { name } = await getSite(tx, row.siteId);
  const values = { site: name, time: sayTime(row.startsAt), reason, others: others.join('、') };
  const nearby = sayNearby(times, row.siteId);
  await notify(tx, row.personId, 'appointment.cancelled-by-station', { ...values, nearby }, page);
  return true;
}
