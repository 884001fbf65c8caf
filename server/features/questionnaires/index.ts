import { CreateQuestionnaires1763769612000 } from '@server/migrations/20261122-012-create-questionnaires';
import type { Feature } from '@server/platform/feature';
import { QuestionnaireSubmission } from './questionnaire-submission.entity';
import { Questionnaire } from './questionnaire.entity';
import { routes } from './routes';

export { questionnaireSubmitted } from './events';
export { findSubmission, findSubmissions, questionnaireStatesOf } from './find-questionnaires';
export { endQuestionnaire, moveQuestionnaire, openQuestionnaire } from './keep-questionnaire';

/** The health form and the signed consent (献血者健康情况征询表, 知情同意书) of each appointment. */
export const questionnaires: Feature = {
  name: 'questionnaires',
  entities: [Questionnaire, QuestionnaireSubmission],
  migrations: [CreateQuestionnaires1763769612000],
  routes,
};
