import { CreateAppointments1763769611001 } from '@server/migrations/20261122-011-create-appointments';
import { AddHolds1763769645000 } from '@server/migrations/20261122-045-add-holds';
import { CreateWaitlist1763769646000 } from '@server/migrations/20261122-046-create-waitlist';
import { CreateGroupBookings1763769647000 } from '@server/migrations/20261122-047-create-group-bookings';
import { AddRemindedFor1763769648000 } from '@server/migrations/20261122-048-add-reminded-for';
import type { Feature } from '@server/platform/feature';
import { Appointment } from './appointment.entity';
import { calendarFile } from './calendar-entry';
import { startCancelling } from './cancel-outdated';
import { startEndingDays } from './end-day';
import { startFollowingSessions } from './follow-sessions';
import { GroupBooking, GroupTime } from './group-booking.entity';
import { startOpeningDays } from './join-waitlist';
import { startLeaving } from './leave';
import { startLapsing } from './lapse-hold';
import { startPromoting } from './promote-waiting';
import { startReleasing } from './release-group';
import { routes } from './routes';
import { WaitlistDay, WaitlistEntry, WaitlistOffer } from './waitlist-entry.entity';

export { Appointment, GroupTime, WaitlistEntry };
export { admitWalkIn, checkInBooking, closeAttended } from './attend';
export { cancelDeferred } from './cancel-deferred';
export { countOpenAppointments, hasOpenAppointment } from './count-open';
export { findBookingAt, findExpected, findReliability } from './find-appointments';

/** Bookings: one place at one time, one open hold or booking a donor; who waits for a place; places kept for groups. */
export const appointments: Feature = {
  name: 'appointments',
  entities: [Appointment, WaitlistEntry, WaitlistDay, WaitlistOffer, GroupBooking, GroupTime],
  migrations: [
    CreateAppointments1763769611001,
    AddHolds1763769645000,
    CreateWaitlist1763769646000,
    CreateGroupBookings1763769647000,
    AddRemindedFor1763769648000,
  ],
  routes,
  files: [calendarFile],
  start(app) {
    startEndingDays(app);
    startCancelling(app);
    startLapsing(app);
    startPromoting(app);
    startOpeningDays(app);
    startReleasing(app);
    startFollowingSessions(app);
    startLeaving(app);
  },
};
