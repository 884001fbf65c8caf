import { defineEvent } from '@server/platform/events';

/** Announced with every submission; what it means for the appointment is the appointment's business. */
export const questionnaireSubmitted = defineEvent<{
  appointmentId: string;
  personId: string;
  siteId: string;
  outcome: 'clear' | 'defer' | 'doctor' | 'stop';
}>('questionnaire.submitted');
