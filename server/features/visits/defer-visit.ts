import type { Input } from '@contract/endpoint';
import type { deferVisit as contract } from '@contract/visits';
import { addDays } from '@rules/calendar';
import { findDeferralRule } from '@rules/deferral';
import { closeAttended } from '@server/features/appointments';
import { addDeferral } from '@server/features/donors';
import { getSite } from '@server/features/sites';
import { notify } from '@server/platform/notify';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { changeVisit } from './change-visit';
import { getVisitHere } from './find-visits';
import { staffVisitNow, type StaffVisit } from './staff-view';

/** Ends a visit without donation. No days to wait: another day is as good, and the record stays free of a deferral. */
export async function deferVisit(tx: Tx, { visitId, ruleId, waitDays }: Input<typeof contract>): Promise<StaffVisit> {
  const visit = await getVisitHere(tx, visitId);
  tx.subject(visit.personId);
  const rule = findDeferralRule(ruleId, tx.today);
  if (!rule) throw new Refusal('UNKNOWN_RULE', 'conflict');
  if (!(await changeVisit(tx, visit, ['waiting', 'called', 'donating'], 'deferred')))
    throw new Refusal('STATE_CHANGED', 'conflict');
  if (waitDays > 0)
    await addDeferral(tx, {
      personId: visit.personId,
      ruleId,
      reason: rule.name,
      untilOn: addDays(tx.today, waitDays),
    });
  await closeAttended(tx, visit.appointmentId, false);
  const site = await getSite(tx, visit.siteId);
  // The message says nothing about the reason: others may see it on the screen of the phone.
  await notify(tx, visit.personId, 'visit.ended-without-donation', { site: site.name }, 'pages/home/index');
  return staffVisitNow(tx, { ...visit, state: 'deferred' });
}
