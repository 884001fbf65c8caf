import { CreateConsent1763769630000 } from '@server/migrations/20261122-030-create-consent';
import type { Feature } from '@server/platform/feature';
import { ConsentDecision } from './consent-decision.entity';
import { routes } from './routes';

export { findConsents, findDecision, hasConsent } from './find-consents';
export { withdrawAll } from './withdraw-all';

export const consent: Feature = {
  name: 'consent',
  entities: [ConsentDecision],
  migrations: [CreateConsent1763769630000],
  routes,
};
