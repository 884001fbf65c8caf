import { defineEvent } from '@server/platform/events';

/** Somebody else may have a place now: one was given back, a held one was let go, or the session has become larger. */
export const placeFreed = defineEvent<{ slotId: string }>('site.place-freed');

/** Booked times stay, but their donors must hear of it: the vehicle stands elsewhere. */
export const sessionChanged = defineEvent<{ sessionId: string; siteId: string; slotIds: string[] }>(
  'site.session-changed',
);

/**
 * These times take place with fewer places than are taken; `capacity` is the new number already, so nobody can book. Whoever
 * subscribes lets go of what is too much, the last first, and offers other times.
 */
export const placesLowered = defineEvent<{ sessionId: string; siteId: string; slotIds: string[]; reason: string }>(
  'site.places-lowered',
);

/**
 * These times no longer take place: the session was cancelled, or shortened. They are closed already; whoever subscribes
 * ends the bookings (`releasePlace` works on closed times, too) and offers other times.
 */
export const sessionCancelled = defineEvent<{
  sessionId: string;
  siteId: string;
  slotIds: string[];
  /** As staff wrote it for the donors. */
  reason: string;
}>('site.session-cancelled');
