import type { Input } from '@contract/endpoint';
import type { planSession as contract } from '@contract/sessions';
import { addDays } from '@rules/calendar';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { hoursOn, planFor } from './default-plan';
import { DonationSession } from './donation-session.entity';
import { getOwnSite } from './own-sites';
import { newSession } from './session-rows';
import { sessionView, type SessionView } from './session-view';

/** On a day on which the site is shut, the draft starts from an ordinary working day. */
const ordinaryDay = { opens: '09:00', closes: '16:00' };
/** Days ahead that staff may plan: further than donors may book, so that a season can be prepared. */
const planningDays = 120;

export async function planSession(tx: Tx, { siteId, on }: Input<typeof contract>): Promise<SessionView> {
  const site = await getOwnSite(tx, siteId);
  if (on < tx.today) throw new Refusal('SESSION_OVER', 'conflict');
  if (on > addDays(tx.today, planningDays))
    throw new Refusal('TOO_FAR_AHEAD', 'conflict', { lastDay: addDays(tx.today, planningDays) });
  const plan = planFor(site, on, hoursOn(site, on)[0] ?? ordinaryDay);
  const row = newSession(tx, { siteId, onDate: on, state: 'draft', planKey: null }, { ...plan, place: null });
  await tx.em.insert(DonationSession, { ...row });
  return sessionView(tx, row);
}
