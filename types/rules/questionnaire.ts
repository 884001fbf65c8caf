export type { Finding, Question, QuestionnaireAnswer } from './questionnaire/model';
export { missingAnswers, openItems, relevantAnswers, shownWhen } from './questionnaire/branching';
export { evaluateAnswers, outcomeOf } from './questionnaire/evaluate';
export { planForm, type LastForm } from './questionnaire/plan-form';
export { sayAnswers } from './questionnaire/say-answers';
export {
  CURRENT_QUESTIONNAIRE_VERSION,
  findQuestionnaire,
  questionnaireVersions,
  questionsFor,
} from './questionnaire/versions';
