import { CreateQuestionnaires1763769612000 } from '@server/migrations/20261122-012-create-questionnaires';
import { CreateExaminationSignature1763769650000 } from '@server/migrations/20261122-050-create-examination-signature';
import { CreateVisitArchive1763769651000 } from '@server/migrations/20261122-051-create-visit-archive';
import { CreateAnswerOpening1763769652000 } from '@server/migrations/20261122-052-create-answer-opening';
import { CreateUnitNotice1763769653000 } from '@server/migrations/20261122-053-create-unit-notice';
import { AddCarriedAnswers1763769654000 } from '@server/migrations/20261122-054-add-carried-answers';
import { AddOpenedSubmission1763769722000 } from '@server/migrations/20261123-122-add-opened-submission';
import type { Feature } from '@server/platform/feature';
import { AnswerOpening } from './answer-opening.entity';
import { ExaminationSignature } from './examination-signature.entity';
import { QuestionnaireSubmission } from './questionnaire-submission.entity';
import { Questionnaire } from './questionnaire.entity';
import { startMakingArchives } from './make-archive';
import { routes } from './routes';
import { startSendingNotices } from './send-notice';
import { UnitNotice } from './unit-notice.entity';
import { VisitArchive } from './visit-archive.entity';

export { shortestSignature, signatureLength } from './signature-length';
export { examinationOf } from './sign-examination';
export { questionnaireSubmitted } from './events';
export {
  findSitesOfToday,
  findSubmission,
  findSubmissions,
  questionnaireStandingsOf,
  type QuestionnaireStanding,
  questionnaireStatesOf,
  type Submission,
} from './find-questionnaires';
export { endQuestionnaire, moveQuestionnaire, openQuestionnaire } from './keep-questionnaire';

/** The health form and the signed consent (献血者健康情况征询表, 知情同意书) of each appointment. */
export const questionnaires: Feature = {
  name: 'questionnaires',
  entities: [Questionnaire, QuestionnaireSubmission, ExaminationSignature, VisitArchive, AnswerOpening, UnitNotice],
  migrations: [
    CreateQuestionnaires1763769612000,
    CreateExaminationSignature1763769650000,
    CreateVisitArchive1763769651000,
    CreateAnswerOpening1763769652000,
    CreateUnitNotice1763769653000,
    AddCarriedAnswers1763769654000,
    AddOpenedSubmission1763769722000,
  ],
  routes,
  start(app) {
    startMakingArchives(app);
    startSendingNotices(app);
  },
};
