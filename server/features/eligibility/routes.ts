import {
  assessDonor as assessContract,
  endOverride as endContract,
  getEligibility,
  getMyDeferrals,
  overrideRule as overrideContract,
} from '@contract/eligibility';
import { personOf } from '@server/platform/actor';
import { route } from '@server/platform/route/route';
import { assessDonor } from './assess-donor';
import { endOverride } from './end-override';
import { findMyDeferrals } from './find-my-deferrals';
import { findNextDates } from './next-dates';
import { overrideRule } from './override-rule';
import { seenAnswer } from './seen-answer';

export const routes = [
  route(getEligibility, { may: 'eligibility:read-own', audit: 'eligibility.read' }, (request, { type, on }) =>
    request.read(async tx => {
      const personId = personOf(tx.actor);
      const { verdict, date, reasons } = await seenAnswer(tx, personId, type, on, true);
      return { verdict, date, reasons, nextDates: await findNextDates(tx, personId) };
    }),
  ),
  route(getMyDeferrals, { may: 'eligibility:read-own', audit: 'eligibility.read-deferrals' }, request =>
    request.read(tx => findMyDeferrals(tx, personOf(tx.actor))),
  ),
  // A document number is tried here, so guessing is slowed down; the audit line names whom each attempt found.
  route(assessContract, { may: 'eligibility:override', audit: 'eligibility.assess', perMinute: 30 }, (request, input) =>
    request.transaction(tx => assessDonor(tx, input)),
  ),
  route(
    overrideContract,
    { may: 'eligibility:override', audit: 'eligibility.override', perMinute: 30 },
    (request, input) => request.transaction(tx => overrideRule(tx, input)),
  ),
  route(endContract, { may: 'eligibility:override', audit: 'eligibility.end-override' }, (request, { overrideId }) =>
    request.transaction(tx => endOverride(tx, overrideId)),
  ),
];
