import {
  getQuestionnaire,
  saveQuestionnaireDraft,
  submitQuestionnaire as submitContract,
} from '@contract/questionnaires';
import { route } from '@server/platform/route/route';
import { readQuestionnaire } from './read-questionnaire';
import { saveDraft } from './save-draft';
import { submitQuestionnaire } from './submit-questionnaire';

export const routes = [
  route(getQuestionnaire, { may: 'questionnaire:answer', audit: 'questionnaire.read' }, (request, { appointmentId }) =>
    request.read(tx => readQuestionnaire(tx, appointmentId)),
  ),
  route(
    saveQuestionnaireDraft,
    { may: 'questionnaire:answer', audit: 'questionnaire.save-draft', perMinute: 120 },
    (request, input) => request.transaction(tx => saveDraft(tx, input)),
  ),
  route(
    submitContract,
    { may: 'questionnaire:answer', audit: 'questionnaire.submit', perMinute: 20 },
    (request, input) => request.transaction(tx => submitQuestionnaire(tx, input)),
  ),
];
