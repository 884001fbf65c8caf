import { CreateResults1763769660000 } from '@server/migrations/20261122-060-create-results';
import type { Feature } from '@server/platform/feature';
import { BloodUse } from './blood-use.entity';
import { DonationResult } from './donation-result.entity';
import { startCopyingResults } from './find-results';
import { FollowUpCase } from './follow-up-case.entity';
import { ResultCorrection } from './result-correction.entity';
import { routes } from './routes';
import { startTellingResults } from './tell-result';
import { startTellingUses } from './tell-use';

export { FollowUpCase };
export { openOutcome } from './case-subject';
export { closeByItself } from './change-case';
export { findCaseOf, openCase } from './open-case';
export { reactionDays } from './reaction-period';
export type { ResultContent } from './result-content';
export { storeResult } from './store-results';
export { recordUse } from './take-used';

/** What the laboratory found, what became of the blood, and what people of the station have to follow up. */
export const results: Feature = {
  name: 'results',
  entities: [DonationResult, ResultCorrection, BloodUse, FollowUpCase],
  migrations: [CreateResults1763769660000],
  routes,
  start(app) {
    startTellingResults(app);
    startTellingUses(app);
    startCopyingResults(app);
  },
};
