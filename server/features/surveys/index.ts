import { CreateSurveys1763769661000 } from '@server/migrations/20261122-061-create-surveys';
import type { Feature } from '@server/platform/feature';
import { startAfterVisits } from './after-visit';
import { startCopyingReports } from './find-reports';
import { startFollowingReactions } from './follow-reaction';
import { ReactionReport } from './reaction-report.entity';
import { routes } from './routes';
import { Survey } from './survey.entity';
import { WellbeingCheck } from './wellbeing-check.entity';

/** What a donor is asked after a visit: how they are, and how it was. */
export const surveys: Feature = {
  name: 'surveys',
  entities: [WellbeingCheck, ReactionReport, Survey],
  migrations: [CreateSurveys1763769661000],
  routes,
  start(app) {
    startAfterVisits(app);
    startFollowingReactions(app);
    startCopyingReports(app);
  },
};
