import type { Output } from '@contract/endpoint';
import type { getMyVisit, getWaitingRoom, listTodaysVisits } from '@contract/visits';
import { findExpected } from '@server/features/appointments';
import { questionnaireStatesOf } from '@server/features/questionnaires';
import { getSite } from '@server/features/sites';
import { personOf } from '@server/platform/actor';
import type { Tx } from '@server/platform/tx';
import { findCalled, findVisitToday, findVisitsOfDay, findWaiting, siteOf } from './find-visits';
import { estimateMinutes, whyOf } from './queue-order';
import { maskedNames, staffVisits } from './staff-view';

/** The nurse's list of the day. */
export async function findTodaysList(tx: Tx): Promise<Output<typeof listTodaysVisits>> {
  const siteId = siteOf(tx);
  const expected = await findExpected(tx, siteId, tx.today);
  const names = await maskedNames(
    tx,
    expected.map(row => row.personId),
  );
  const states = await questionnaireStatesOf(
    tx,
    expected.map(row => row.id),
  );
  return {
    siteName: (await getSite(tx, siteId)).name,
    expected: expected.map(({ id, startsAt, type, personId }) => ({
      appointmentId: id,
      startsAt,
      type,
      maskedName: names.get(personId) ?? '',
      questionnaire: states.get(id) ?? 'missing',
    })),
    visits: await staffVisits(tx, await findVisitsOfDay(tx, siteId)),
  };
}

const whyNotWaiting = {
  called: '请到窗口，工作人员正在等您。',
  donating: '正在献血。',
  done: '献血已完成，谢谢您。请多喝水，休息 10 到 15 分钟再离开。',
  left: '今天没有献血，欢迎您方便时再来。',
  deferred: '今天没有献血，可以在首页查看下次可献血的日期。',
} as const;

/** Where the person in session stands, counted the way the desks call. */
export async function findMyVisit(tx: Tx): Promise<Output<typeof getMyVisit>> {
  const visit = await findVisitToday(tx, personOf(tx.actor));
  if (!visit) return { visit: null };
  const { id, number, state, desk, siteId } = visit;
  const base = { id, number, state, desk, siteName: (await getSite(tx, siteId)).name };
  if (state !== 'waiting') return { visit: { ...base, ahead: null, estimateMinutes: null, why: whyNotWaiting[state] } };
  // Called between the two reads: nobody is in front any more.
  const ahead = Math.max(
    0,
    (await findWaiting(tx, siteId)).findIndex(other => other.id === id),
  );
  const desks = new Set((await findCalled(tx, siteId)).map(called => called.desk)).size;
  return { visit: { ...base, ahead, estimateMinutes: estimateMinutes(ahead, desks), why: whyOf(visit) } };
}

/** For the screen on the wall: numbers, desks, nothing about people. */
export async function findWaitingRoom(tx: Tx, siteId: string): Promise<Output<typeof getWaitingRoom>> {
  const site = await getSite(tx, siteId);
  return {
    siteName: site.name,
    calling: (await findCalled(tx, siteId)).flatMap(({ number, desk, calledAt }) =>
      desk !== null && calledAt !== null ? [{ number, desk, calledAt }] : [],
    ),
    waiting: (await findWaiting(tx, siteId)).map(({ number }) => number),
    serverTime: tx.now,
  };
}
