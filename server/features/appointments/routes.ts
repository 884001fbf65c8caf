import {
  bookAppointment as bookContract,
  cancelAppointment as cancelContract,
  listAppointments,
  moveAppointment as moveContract,
} from '@contract/appointments';
import { personOf } from '@server/platform/actor';
import { route } from '@server/platform/route/route';
import { appointmentViews } from './appointment-view';
import { bookAppointment } from './book-appointment';
import { cancelAppointment } from './cancel-appointment';
import { findAppointmentsOf } from './find-appointments';
import { moveAppointment } from './move-appointment';

export const routes = [
  route(bookContract, { may: 'appointment:book', audit: 'appointment.book', perMinute: 20 }, (request, input) =>
    request.transaction(tx => bookAppointment(tx, input)),
  ),
  route(moveContract, { may: 'appointment:book', audit: 'appointment.move', perMinute: 20 }, (request, input) =>
    request.transaction(tx => moveAppointment(tx, input)),
  ),
  route(cancelContract, { may: 'appointment:book', audit: 'appointment.cancel' }, (request, { appointmentId }) =>
    request.transaction(tx => cancelAppointment(tx, appointmentId)),
  ),
  route(listAppointments, { may: 'appointment:book', audit: 'appointment.list' }, request =>
    request.read(async tx => ({ items: await appointmentViews(tx, await findAppointmentsOf(tx, personOf(tx.actor))) })),
  ),
];
