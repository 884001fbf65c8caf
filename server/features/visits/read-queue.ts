import type { Input, Output } from '@contract/endpoint';
import type { getWaitingRoom, listTodaysVisits } from '@contract/visits';
import { findExpected } from '@server/features/appointments';
import { questionnaireStatesOf } from '@server/features/questionnaires';
import { getSite } from '@server/features/sites';
import type { Tx } from '@server/platform/tx';
import { findDesks } from './desks';
import { findQueue, findVisitsOfDay } from './find-visits';
import { findQueueVersion } from './lock-queue';
import { findServiceTimes } from './measure-stage';
import { inQueueOrder, ruleText } from './queue-order';
import { waitAtEnd } from './queue-standing';
import { serviceMinutes } from './service-times';
import { siteOf } from './site-of';
import { maskedNames, staffVisits } from './staff-view';
import { stages } from './visit-moves';
import type { Visit } from './visit.entity';

/** Waiting ones in the order of calling, the others as they came. */
const inListOrder = (visits: readonly Visit[]): Visit[] => [
  ...inQueueOrder(visits.filter(({ state }) => state === 'waiting')),
  ...visits.filter(({ state }) => state !== 'waiting'),
];

/** The nurse's list of the day. */
export async function findTodaysList(tx: Tx): Promise<Output<typeof listTodaysVisits>> {
  const siteId = siteOf(tx);
  // Before the rest: a client that compares this number later misses nothing.
  const version = await findQueueVersion(tx, siteId);
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
    siteId,
    siteName: (await getSite(tx, siteId)).name,
    version,
    desks: (await findDesks(tx, siteId)).map(desk => ({ name: desk.name, stages: [...desk.stages] })),
    serviceMinutes: serviceMinutes(await findServiceTimes(tx, siteId)),
    expected: expected.map(({ id, startsAt, type, personId }) => ({
      appointmentId: id,
      startsAt,
      type,
      maskedName: names.get(personId) ?? '',
      questionnaire: states.get(id) ?? 'missing',
    })),
    visits: await staffVisits(tx, inListOrder(await findVisitsOfDay(tx, siteId))),
  };
}

/** For the screen on the wall: numbers, desks, nothing about people. */
export async function findWaitingRoom(
  tx: Tx,
  { siteId, since }: Input<typeof getWaitingRoom>,
): Promise<Output<typeof getWaitingRoom>> {
  const site = await getSite(tx, siteId);
  const tag = `${tx.today}.${await findQueueVersion(tx, siteId)}`;
  const head = { tag, siteName: site.name, rule: ruleText, serverTime: tx.now };
  if (since === tag) return { ...head, unchanged: true, calling: [], waiting: [], stages: [] };
  const { open, lines } = await findQueue(tx, siteId);
  const called = open.filter(({ state }) => state === 'called' || state === 'donating');
  return {
    ...head,
    calling: called
      .flatMap(({ number, desk, stage, calledAt }) =>
        desk !== null && calledAt !== null ? [{ number, desk, stage, calledAt }] : [],
      )
      .sort((a, b) => b.calledAt.localeCompare(a.calledAt)),
    waiting: inQueueOrder(open.filter(({ state }) => state === 'waiting')).map(({ number }) => number),
    stages: stages
      .filter(stage => stage !== 'rest')
      .map(stage => ({
        stage,
        waiting: lines[stage].waiting.map(({ number }) => number),
        estimateMinutes: waitAtEnd(lines[stage]),
      })),
  };
}
