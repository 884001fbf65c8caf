import type { Input } from '@contract/endpoint';
import type { deferVisit as contract } from '@contract/visits';
import { addDays, type CalendarDate } from '@rules/calendar';
import { deferralEnd, findDeferralRule, type DeferralRule } from '@rules/deferral';
import { cancelDeferred } from '@server/features/appointments';
import { addDeferral } from '@server/features/donors';
import { getSite } from '@server/features/sites';
import { notify } from '@server/platform/notify';
import { Refusal, badField } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { changeVisit } from './change-visit';
import { getVisitHere } from './find-visits';
import { requireVersion, stateChanged } from './require-version';
import { staffVisitNow, type StaffVisit } from './staff-view';

type Command = Input<typeof contract>;

/**
 * First possible day; null for good. The rule's wait counts from the day of the cause. Shorter needs a physician's reason, and a
 * mandatory rule bends to none.
 */
function untilOf(rule: DeferralRule, command: Command, today: CalendarDate): CalendarDate | null {
  const { waitDays, until, since, overrideReason } = command;
  if (rule.permanent) return null;
  if (since !== undefined && since > today) throw badField('since', 'in_the_future');
  const least = deferralEnd(rule, since ?? today);
  const given = until ?? (waitDays === undefined ? undefined : addDays(today, waitDays));
  const end = given ?? least;
  if (end === undefined) throw new Refusal('UNTIL_NEEDED', 'conflict');
  if (least === undefined || end >= least || least <= today) return end;
  const mayOverride = rule.force !== 'mandatory' || !rule.confirmed;
  if (!mayOverride || overrideReason === undefined)
    throw new Refusal('WAIT_TOO_SHORT', 'conflict', { earliest: least, mayOverride });
  return end;
}

/** Ends a visit without donation. A wait that is over by today leaves no deferral: another day is as good. */
export async function deferVisit(tx: Tx, command: Command): Promise<StaffVisit> {
  const visit = requireVersion(await getVisitHere(tx, command.visitId), command.version);
  tx.subject(visit.personId);
  const { ruleId, overrideReason } = command;
  const rule = findDeferralRule(ruleId, tx.today);
  if (!rule) throw new Refusal('UNKNOWN_RULE', 'conflict');
  const untilOn = untilOf(rule, command, tx.today);
  const reason = overrideReason === undefined ? rule.name : `${rule.name}（医生：${overrideReason}）`;
  if (untilOn === null || untilOn > tx.today)
    await addDeferral(tx, { personId: visit.personId, ruleId, reason, untilOn, fromOn: command.since });
  const moved = await changeVisit(tx, visit, 'defer');
  if (!moved) throw stateChanged();
  if (untilOn === null || untilOn > tx.today)
    await cancelDeferred(tx, { personId: visit.personId, toldBy: 'desk', until: untilOn, onlyFor: rule.onlyFor });
  const site = await getSite(tx, visit.siteId);
  // The message says nothing about the reason: others may see it on the screen of the phone.
  await notify(tx, visit.personId, 'visit.ended-without-donation', { site: site.name }, 'pages/home/index');
  return staffVisitNow(tx, moved);
}
