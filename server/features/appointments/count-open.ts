import type { Tx } from '@server/platform/tx';
import { Appointment } from './appointment.entity';

/** Bookings that are still to come. */
export const countOpenAppointments = (tx: Tx): Promise<number> => tx.em.countBy(Appointment, { state: 'booked' });

/** Whether the person has a booking that is still to come. */
export const hasOpenAppointment = (tx: Tx, personId: string): Promise<boolean> =>
  tx.em.existsBy(Appointment, { personId, state: 'booked' });
