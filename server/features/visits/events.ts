import { defineEvent } from '@server/platform/events';
import type { Reaction } from './note-reaction';
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

/** An adverse reaction at the site. What it was is health data: whoever keeps it seals it. */
export const reactionNoted = defineEvent<{
  reactionId: string;
  personId: string;
  siteId: string;
  /** Null while nothing is recorded. */
  donationId: string | null;
  kind: Reaction['kind'];
  severity: Reaction['severity'];
  action: string;
}>('visit.reaction');
