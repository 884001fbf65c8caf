import * as contract from '@contract/surveys';
import { route, type Route } from '@server/platform/route/route';
import { answerCheck, findMyCheck } from './answer-check';
import { answerSurvey } from './answer-survey';
import { findMyReports } from './find-reports';
import { findScores } from './find-scores';
import { findMySurvey } from './find-surveys';
import { reportReaction } from './report-reaction';

export const routes: readonly Route[] = [
  route(contract.getMyCheck, { may: 'care:report', audit: 'care.read-check' }, request => request.read(findMyCheck)),
  route(contract.answerCheck, { may: 'care:report', audit: 'care.answer-check' }, (request, input) =>
    request.transaction(tx => answerCheck(tx, input)),
  ),
  route(contract.reportReaction, { may: 'care:report', audit: 'care.report', perMinute: 10 }, (request, input) =>
    request.transaction(tx => reportReaction(tx, input)),
  ),
  route(contract.listMyReports, { may: 'care:report', audit: 'care.list-reports' }, request =>
    request.read(findMyReports),
  ),
  route(contract.getMySurvey, { may: 'survey:answer', audit: 'survey.read' }, (request, input) =>
    request.read(tx => findMySurvey(tx, input)),
  ),
  route(contract.answerSurvey, { may: 'survey:answer', audit: 'survey.answer' }, (request, input) =>
    request.transaction(tx => answerSurvey(tx, input)),
  ),
  route(contract.listSiteScores, { may: 'survey:scores', audit: 'survey.scores' }, request => request.read(findScores)),
];
