import { defineEvent } from '@server/platform/events';
import type { Visit } from './visit.entity';

/** Something changed in the queue of a site; the waiting room's screen and the donors' phones look anew. */
export const queueChanged = defineEvent<{ siteId: string; visitId: string; state: Visit['state'] }>('queue.changed');

/** The donor has gone, or been sent home: with a donation after the rest, or without one. Announced once a visit. */
export const visitEnded = defineEvent<{
  visitId: string;
  appointmentId: string;
  personId: string;
  siteId: string;
  donationId: string | null;
  how: 'donated' | 'deferred' | 'left';
}>('visit.ended');

/** An adverse reaction at the site. What it was stays in the visit's own record. */
export const reactionNoted = defineEvent<{
  visitId: string;
  personId: string;
  severity: 'mild' | 'moderate' | 'severe';
}>('visit.reaction');
