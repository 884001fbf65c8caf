import type * as z from 'zod/mini';
import type { appointment as contract } from '@contract/appointments';
import { questionnaireStatesOf } from '@server/features/questionnaires';
import { findSitesById } from '@server/features/sites';
import type { Tx } from '@server/platform/tx';
import type { Appointment } from './appointment.entity';

export type AppointmentView = z.output<typeof contract>;

/** A donor can change a booking until it starts. */
export const isChangeable = (row: Appointment, now: string): boolean =>
  row.state === 'booked' && row.slotId !== null && now < row.startsAt;

export async function appointmentViews(tx: Tx, rows: readonly Appointment[]): Promise<AppointmentView[]> {
  const sites = await findSitesById(
    tx,
    rows.map(row => row.siteId),
  );
  const states = await questionnaireStatesOf(
    tx,
    rows.map(row => row.id),
  );
  return rows.map(row => {
    const site = sites.get(row.siteId);
    if (!site) throw new Error('appointment at a site that is gone');
    const { id, name, address, latitude, longitude, phone, bring } = site;
    return {
      id: row.id,
      state: row.state,
      type: row.type,
      startsAt: row.startsAt,
      endsAt: row.endsAt,
      site: { id, name, address, latitude, longitude, phone, bring },
      questionnaire: states.get(row.id) ?? 'missing',
      canChange: isChangeable(row, tx.now),
    };
  });
}

export async function appointmentView(tx: Tx, row: Appointment): Promise<AppointmentView> {
  const [view] = await appointmentViews(tx, [row]);
  if (!view) throw new Error('one row gives one view');
  return view;
}
