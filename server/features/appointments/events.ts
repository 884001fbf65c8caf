import type { Instant } from '@rules/calendar';
import type { IntervalType } from '@rules/interval';
import { defineEvent } from '@server/platform/events';

export interface AppointmentFact {
  appointmentId: string;
  personId: string;
  siteId: string;
  type: IntervalType;
  startsAt: Instant;
}

export type WhyCancelled = 'by_donor' | 'by_questionnaire' | 'not_eligible' | 'by_station';

export const appointmentBooked = defineEvent<AppointmentFact>('appointment.booked');
/** `startsAt` and `siteId` are the new ones. */
export const appointmentMoved = defineEvent<AppointmentFact>('appointment.moved');
export const appointmentCancelled = defineEvent<AppointmentFact & { why: WhyCancelled }>('appointment.cancelled');
export const appointmentMissed = defineEvent<AppointmentFact>('appointment.missed');
