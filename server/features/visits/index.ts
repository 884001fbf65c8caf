import { CreateVisits1763769613000 } from '@server/migrations/20261122-013-create-visits';
import type { Feature } from '@server/platform/feature';
import { startEndingVisits } from './end-visits';
import { QueueCounter } from './queue-counter.entity';
import { routes } from './routes';
import { Visit } from './visit.entity';

export { countVisits } from './count-visits';

/** The day at the site: arrival, queue, desk, donation. */
export const visits: Feature = {
  name: 'visits',
  entities: [Visit, QueueCounter],
  migrations: [CreateVisits1763769613000],
  routes,
  start: startEndingVisits,
};
