import { CreateVisits1763769613000 } from '@server/migrations/20261122-013-create-visits';
import { AddVisitFlow1763769655000 } from '@server/migrations/20261122-055-add-visit-flow';
import { CreateVisitRecords1763769656000 } from '@server/migrations/20261122-056-create-visit-records';
import { AddWalkInSlot1763769681000 } from '@server/migrations/20261122-081-add-walk-in-slot';
import { AddShownAccount1763769733000 } from '@server/migrations/20261123-133-add-shown-account';
import type { Feature } from '@server/platform/feature';
import { startEndingVisits } from './end-visits';
import { startLeaving } from './find-my-measurements';
import { QueueCounter } from './queue-counter.entity';
import { queueFeed } from './queue-feed';
import { QueueVersion } from './queue-version.entity';
import { routes } from './routes';
import { StageTime } from './stage-time.entity';
import { VisitDesk } from './visit-desk.entity';
import { VisitDraw } from './visit-draw.entity';
import { VisitEvent } from './visit-event.entity';
import { VisitReaction } from './visit-reaction.entity';
import { VisitVitals } from './visit-vitals.entity';
import { Visit } from './visit.entity';

export { countVisits } from './count-visits';
export { reactionNoted, visitEnded } from './events';

/** The day at the site: arrival, stations, queue, donation, rest. */
export const visits: Feature = {
  name: 'visits',
  entities: [
    Visit,
    QueueCounter,
    VisitEvent,
    QueueVersion,
    StageTime,
    VisitDesk,
    VisitVitals,
    VisitDraw,
    VisitReaction,
  ],
  migrations: [
    CreateVisits1763769613000,
    AddVisitFlow1763769655000,
    CreateVisitRecords1763769656000,
    AddWalkInSlot1763769681000,
    AddShownAccount1763769733000,
  ],
  routes,
  push: queueFeed,
  start(app) {
    startEndingVisits(app);
    startLeaving(app);
  },
};
