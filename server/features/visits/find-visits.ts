import { In } from 'typeorm';
import type { CalendarDate } from '@rules/calendar';
import { notFound } from '@server/platform/refusal';
import type { App } from '@server/platform/app';
import type { Tx } from '@server/platform/tx';
import { findDesks } from './desks';
import { findQueueVersion } from './lock-queue';
import { findServiceTimes } from './measure-stage';
import { inQueueOrder } from './queue-order';
import { linesOf, type Lines } from './queue-standing';
import type { ServiceTimes } from './service-times';
import { siteOf } from './site-of';
import { openStates, type Stage } from './visit-moves';
import { Visit } from './visit.entity';

/** A visit at another site is not found, as one that does not exist. */
export async function getVisitHere(tx: Tx, id: string): Promise<Visit> {
  const visit = await tx.em.findOneBy(Visit, { id, siteId: siteOf(tx) });
  if (!visit) throw notFound();
  return visit;
}

export const findVisitsOfDay = (tx: Tx, siteId: string): Promise<Visit[]> =>
  tx.em.find(Visit, { where: { siteId, onDate: tx.today }, order: { arrivedAt: 'ASC', id: 'ASC' } });

/** In the order in which they will be called. */
export const findWaiting = async (tx: Tx, siteId: string, stages: readonly Stage[]): Promise<Visit[]> =>
  inQueueOrder(await tx.em.findBy(Visit, { siteId, onDate: tx.today, state: 'waiting', stage: In([...stages]) }));

const findOpen = (tx: Pick<Tx, 'em'>, siteId: string, onDate: CalendarDate): Promise<Visit[]> =>
  tx.em.findBy(Visit, { siteId, onDate, state: In([...openStates]) });

interface QueueNow {
  readonly open: readonly Visit[];
  readonly lines: Lines;
  readonly times: ServiceTimes;
}

interface Remembered {
  readonly as: string;
  readonly queue: QueueNow;
}

/** Of each site the queue as last read. A version never comes twice, so what is kept under it stays true, in every process. */
const remembered = new WeakMap<App, Map<string, Remembered>>();

/** The queue for readers outside of a change: a hall of phones that asks at once costs one reading. */
export async function findQueue(tx: Tx, siteId: string): Promise<QueueNow> {
  const sites = remembered.get(tx.app) ?? new Map<string, Remembered>();
  remembered.set(tx.app, sites);
  // Before the rows: they may be newer than the version under which they are kept, never older.
  const as = `${tx.today} ${await findQueueVersion(tx, siteId)}`;
  const kept = sites.get(siteId);
  if (kept?.as === as) return kept.queue;
  const open = await findOpen(tx, siteId, tx.today);
  const times = await findServiceTimes(tx, siteId);
  const queue = { open, times, lines: linesOf(open, await findDesks(tx, siteId), times) };
  sites.set(siteId, { as, queue });
  return queue;
}

/** The person's visit of today: the latest when there were several. */
export const findVisitToday = (tx: Tx, personId: string): Promise<Visit | null> =>
  tx.em.findOne(Visit, { where: { personId, onDate: tx.today }, order: { arrivedAt: 'DESC', id: 'DESC' } });
