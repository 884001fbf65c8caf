import { CreateSites1763769605000 } from '@server/migrations/20261122-005-create-sites';
import { CreateSlots1763769611000 } from '@server/migrations/20261122-011-create-appointments';
import { CreateSessions1763769640000 } from '@server/migrations/20261122-040-create-sessions';
import { CreatePreferredSites1763769738000 } from '@server/migrations/20261123-138-create-preferred-sites';
import type { Feature } from '@server/platform/feature';
import { Closure } from './closure.entity';
import { DonationSession } from './donation-session.entity';
import { Need } from './need.entity';
import { startOpeningSlots } from './open-slots';
import { PreferredSite } from './preferred-site.entity';
import { startKeepingWishes } from './preferred-sites';
import { startReleasingKept } from './release-kept';
import { routes } from './routes';
import { Site } from './site.entity';
import { Slot } from './slot.entity';

export { Site, Slot };
export { bookingWindow } from './booking-window';
export { placeFreed, placesLowered, sessionCancelled, sessionChanged } from './events';
export { changeSession } from './change-session';
export { findOtherTimes, type OtherTime } from './find-other-times';
export { findPlaces } from './find-places';
export { listSessions } from './find-sessions';
export { findSitesById, getSite, type SiteDetails } from './find-sites';
export { findNextFree, getSlot } from './find-slots';
export { openSlots } from './open-slots';
export { planSession } from './plan-session';
export { sayTime } from './say-time';
export { distanceMetres } from './site-distance';
export { setNeed } from './set-need';
export { freePlaces } from './slot-places';
export { holdForGroup, releaseFromGroup, releasePlace, releaseWalkIn, takePlace, takeWalkIn } from './take-place';

/** Where donors give, and the times at which they can. */
export const sites: Feature = {
  name: 'sites',
  entities: [Site, Slot, DonationSession, Closure, Need, PreferredSite],
  migrations: [
    CreateSites1763769605000,
    CreateSlots1763769611000,
    CreateSessions1763769640000,
    CreatePreferredSites1763769738000,
  ],
  routes,
  start(app) {
    startOpeningSlots(app);
    startReleasingKept(app);
    startKeepingWishes(app);
  },
};
