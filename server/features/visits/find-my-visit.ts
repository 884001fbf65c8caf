import type { Input, Output } from '@contract/endpoint';
import type { getMyVisit } from '@contract/visits';
import { getSite } from '@server/features/sites';
import { personOf } from '@server/platform/actor';
import type { Tx } from '@server/platform/tx';
import { findQueue, findVisitToday } from './find-visits';
import { findQueueVersion } from './lock-queue';
import { ruleText, sayInFront, whyOf } from './queue-order';
import { minutesToEnd, standingsOf } from './queue-standing';
import { endedStates, restMinutes, stages } from './visit-moves';
import type { Visit } from './visit.entity';

type MyVisit = NonNullable<Output<typeof getMyVisit>['visit']>;

const mostInFront = 30;

const whyNotWaiting = {
  called: '请到窗口，工作人员正在等您。',
  held: '您暂时离开了，回来后请到窗口说一声，位置还为您留着。',
  donating: '正在献血。',
  resting: `献血已完成，谢谢您。请多喝水，休息 ${restMinutes} 分钟再离开。`,
  done: '献血已完成，谢谢您。请多喝水，今天不要做剧烈运动。',
  left: '今天没有献血，欢迎您方便时再来。',
  deferred: '今天没有献血，可以在首页查看下次可献血的日期。',
} as const;

const journeyOf = ({ stage, state }: Visit): MyVisit['stages'] => {
  const at = state === 'done' ? stages.length : stages.indexOf(stage);
  return stages.map((one, n) => ({ stage: one, state: n < at ? 'done' : n === at ? 'now' : 'later' }));
};

/** Where a visit stands, counted the way the desks call. */
async function viewOf(tx: Tx, visit: Visit): Promise<MyVisit> {
  const { id, number, version, stage, state, desk, siteId, restUntil, donationId, appointmentId } = visit;
  const ended = endedStates.includes(state);
  const { lines, times } = await findQueue(tx, siteId);
  // Called between two reads: nobody is in front any more.
  const standing = standingsOf(lines).get(id) ?? { ahead: 0, estimateMinutes: 0 };
  const waiting = state === 'waiting';
  return {
    ...{ id, number, version, stage, state, desk, siteId, restUntil, donationId, appointmentId },
    siteName: (await getSite(tx, siteId)).name,
    ahead: waiting ? standing.ahead : null,
    estimateMinutes: waiting ? standing.estimateMinutes : null,
    minutesToEnd: ended ? null : minutesToEnd(visit, lines, times),
    why: waiting ? whyOf(visit) : whyNotWaiting[state],
    inFront: waiting ? lines[stage].waiting.slice(0, Math.min(standing.ahead, mostInFront)).map(sayInFront) : [],
    rule: ruleText,
    stages: journeyOf(visit),
  };
}

export async function findMyVisit(tx: Tx, { since }: Input<typeof getMyVisit>): Promise<Output<typeof getMyVisit>> {
  const visit = await findVisitToday(tx, personOf(tx.actor));
  // The version before the rest: what changes in between is told with the next answer.
  const tag = visit ? `${visit.id}.${await findQueueVersion(tx, visit.siteId)}` : 'none';
  if (since === tag) return { tag, unchanged: true, visit: null };
  return { tag, visit: visit && (await viewOf(tx, visit)) };
}
