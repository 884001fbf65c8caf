import {
  bookAppointment as bookContract,
  cancelAppointment as cancelContract,
  confirmHold as confirmContract,
  extendHold as extendContract,
  findNextBooking as nextContract,
  getCalendarEntry as calendarContract,
  holdSlot as holdContract,
  listAppointments,
  listOtherTimes as otherTimesContract,
  moveAppointment as moveContract,
  releaseHold as releaseContract,
} from '@contract/appointments';
import { personOf } from '@server/platform/actor';
import { route } from '@server/platform/route/route';
import { appointmentViews } from './appointment-view';
import { bookAppointment } from './book-appointment';
import { getCalendarEntry } from './calendar-entry';
import { cancelAppointment } from './cancel-appointment';
import { findAppointmentsOf } from './find-appointments';
import { findNextBooking } from './find-next-booking';
import { listOtherTimes } from './find-other-times';
import { groupRoutes } from './group-routes';
import { confirmHold, extendHold, holdSlot, releaseHold } from './hold-slot';
import { moveAppointment } from './move-appointment';
import { waitlistRoutes } from './waitlist-routes';

const may = 'appointment:book';

export const routes = [
  route(bookContract, { may, audit: 'appointment.book', perMinute: 20 }, (request, input) =>
    request.transaction(tx => bookAppointment(tx, input)),
  ),
  route(holdContract, { may, audit: 'appointment.hold', perMinute: 20 }, (request, input) =>
    request.transaction(tx => holdSlot(tx, input)),
  ),
  route(extendContract, { may, audit: 'appointment.extend-hold' }, (request, input) =>
    request.transaction(tx => extendHold(tx, input)),
  ),
  route(confirmContract, { may, audit: 'appointment.confirm-hold' }, (request, { appointmentId }) =>
    request.transaction(tx => confirmHold(tx, appointmentId)),
  ),
  route(releaseContract, { may, audit: 'appointment.release-hold' }, (request, { appointmentId }) =>
    request.transaction(tx => releaseHold(tx, appointmentId)),
  ),
  route(moveContract, { may, audit: 'appointment.move', perMinute: 20 }, (request, input) =>
    request.transaction(tx => moveAppointment(tx, input)),
  ),
  route(cancelContract, { may, audit: 'appointment.cancel' }, (request, { appointmentId }) =>
    request.transaction(tx => cancelAppointment(tx, appointmentId)),
  ),
  route(listAppointments, { may, audit: 'appointment.list' }, request =>
    request.read(async tx => ({ items: await appointmentViews(tx, await findAppointmentsOf(tx, personOf(tx.actor))) })),
  ),
  route(otherTimesContract, { may, audit: 'appointment.list-other-times' }, (request, { appointmentId }) =>
    request.read(tx => listOtherTimes(tx, appointmentId)),
  ),
  route(nextContract, { may, audit: 'appointment.find-next' }, (request, input) =>
    request.read(tx => findNextBooking(tx, input)),
  ),
  route(calendarContract, { may, audit: 'appointment.calendar' }, (request, { appointmentId }) =>
    request.read(tx => getCalendarEntry(tx, appointmentId)),
  ),
  ...waitlistRoutes,
  ...groupRoutes,
];
