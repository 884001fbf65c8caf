import { CreateAppointments1763769611001 } from '@server/migrations/20261122-011-create-appointments';
import type { Feature } from '@server/platform/feature';
import { Appointment } from './appointment.entity';
import { startCancelling } from './cancel-outdated';
import { startEndingDays } from './end-day';
import { routes } from './routes';

export { admitWalkIn, checkInBooking, closeAttended } from './attend';
export { countOpenAppointments } from './count-open';
export { findBookingAt, findExpected } from './find-appointments';

/** Bookings: one place at one time, one open booking a donor. */
export const appointments: Feature = {
  name: 'appointments',
  entities: [Appointment],
  migrations: [CreateAppointments1763769611001],
  routes,
  start(app) {
    startEndingDays(app);
    startCancelling(app);
  },
};
