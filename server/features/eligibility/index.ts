import { CreateRuleOverrides1763769670000 } from '@server/migrations/20261122-070-create-rule-overrides';
import { ownDataAsked } from '@server/features/identity';
import type { Feature } from '@server/platform/feature';
import { findMyDeferrals } from './find-my-deferrals';
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
  start: app =>
    app.events.on(ownDataAsked, async (tx, { personId, add }) =>
      add('暂缓献血', (await findMyDeferrals(tx, personId)).items),
    ),
};
