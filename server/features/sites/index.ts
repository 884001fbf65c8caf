import { CreateSites1763769605000 } from '@server/migrations/20261122-005-create-sites';
import type { Feature } from '@server/platform/feature';
import { Site } from './site.entity';

export { Site };

export const sites: Feature = { name: 'sites', entities: [Site], migrations: [CreateSites1763769605000] };
