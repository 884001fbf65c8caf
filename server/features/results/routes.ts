import * as cases from '@contract/cases';
import * as contract from '@contract/results';
import { route, type Route } from '@server/platform/route/route';
import { closeCase, takeCase } from './change-case';
import { findCases } from './find-cases';
import { findMyResults, getResult } from './find-results';
import { showCase } from './show-case';
import { takeResults } from './take-results';
import { takeUsed } from './take-used';

export const routes: readonly Route[] = [
  route(contract.deliverResults, { may: 'result:deliver', audit: 'result.deliver', perMinute: 60 }, takeResults),
  route(contract.deliverUsed, { may: 'result:deliver', audit: 'result.deliver-used', perMinute: 60 }, takeUsed),
  route(contract.listMyResults, { may: 'result:read-own', audit: 'result.list' }, request =>
    request.read(findMyResults),
  ),
  route(contract.getMyResult, { may: 'result:read-own', audit: 'result.read' }, (request, input) =>
    request.read(tx => getResult(tx, input)),
  ),
  route(cases.listCases, { may: 'case:work', audit: 'case.list' }, (request, input) =>
    request.read(tx => findCases(tx, input)),
  ),
  route(cases.getCase, { may: 'case:work', audit: 'case.open', perMinute: 60 }, (request, { caseId }) =>
    request.transaction(tx => showCase(tx, caseId)),
  ),
  route(cases.takeCase, { may: 'case:work', audit: 'case.take' }, (request, input) =>
    request.transaction(tx => takeCase(tx, input)),
  ),
  route(cases.closeCase, { may: 'case:work', audit: 'case.close' }, (request, input) =>
    request.transaction(tx => closeCase(tx, input)),
  ),
];
