import type { CalendarDate } from '@rules/calendar';
import { defineEvent } from '@server/platform/events';

/** Announced with every submission; what it means for the appointment is the appointment's business. */
export const questionnaireSubmitted = defineEvent<{
  appointmentId: string;
  personId: string;
  siteId: string;
  outcome: 'clear' | 'defer' | 'doctor' | 'stop';
  /** First possible day by the waits that were written into the record; null when none was. */
  deferredUntil: CalendarDate | null;
}>('questionnaire.submitted');
