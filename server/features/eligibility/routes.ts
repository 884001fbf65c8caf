import { getEligibility } from '@contract/appointments';
import { personOf } from '@server/platform/actor';
import { route } from '@server/platform/route/route';
import { assessPerson, findNextDates, reasonView } from './next-dates';

export const routes = [
  route(getEligibility, { may: 'eligibility:read-own', audit: 'eligibility.read' }, (request, { type, on }) =>
    request.read(async tx => {
      const personId = personOf(tx.actor);
      const { verdict, date, reasons } = await assessPerson(tx, personId, type, on);
      return {
        verdict,
        date: date ?? null,
        reasons: reasons.map(reasonView),
        nextDates: await findNextDates(tx, personId),
      };
    }),
  ),
];
