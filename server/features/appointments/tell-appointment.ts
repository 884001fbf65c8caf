import { getSite, sayTime, type SiteDetails } from '@server/features/sites';
import { notify } from '@server/platform/notify';
import type { Tx } from '@server/platform/tx';
import type { Appointment } from './appointment.entity';
import type { AppointmentFact } from './events';

export const factOf = ({ id, personId, siteId, type, startsAt }: Appointment): AppointmentFact => ({
  appointmentId: id,
  personId,
  siteId,
  type,
  startsAt,
});

/** Tells the donor; the page that it leads to shows the bookings and the next possible date. */
export async function tellAppointment(
  tx: Tx,
  row: Appointment,
  kind:
    | 'appointment.booked'
    | 'appointment.moved'
    | 'appointment.cancelled'
    | 'appointment.cancelled-too-soon'
    | 'appointment.reminder',
  known?: SiteDetails,
): Promise<void> {
  const site = known ?? (await getSite(tx, row.siteId));
  await notify(tx, row.personId, kind, { site: site.name, time: sayTime(row.startsAt) }, 'pages/booking/index');
}
