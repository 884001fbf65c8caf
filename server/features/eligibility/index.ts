import { CreateRuleOverrides1763769670000 } from '@server/migrations/20261122-070-create-rule-overrides';
import type { Feature } from '@server/platform/feature';
import { routes } from './routes';
import { RuleOverride } from './rule-override.entity';

export { isOpenlyForbidden } from './assess-person';
export { findRulesSetAside } from './find-overrides';
export { findNextDates, requireEligible } from './next-dates';
export { setRuleAside } from './override-rule';

/** May this person donate, when, and why not now; what a doctor has set aside for one donor. */
export const eligibility: Feature = {
  name: 'eligibility',
  entities: [RuleOverride],
  migrations: [CreateRuleOverrides1763769670000],
  routes,
};
