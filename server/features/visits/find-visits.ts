import { In } from 'typeorm';
import type { CalendarDate } from '@rules/calendar';
import { common, notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { findDesks } from './desks';
import { findServiceTimes } from './measure-service';
import { inQueueOrder } from './queue-order';
import { linesOf, type Lines } from './queue-standing';
import type { ServiceTimes } from './service-times';
import { openStates, type Stage } from './visit-moves';
import { Visit } from './visit.entity';

/** Where the nurse in session works; one without a site has no queue. */
export function siteOf(tx: Tx): string {
  if (!tx.actor.siteId) throw common('NOT_ALLOWED', 'not_allowed');
  return tx.actor.siteId;
}

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

export const findOpen = (tx: Pick<Tx, 'em'>, siteId: string, onDate: CalendarDate): Promise<Visit[]> =>
  tx.em.findBy(Visit, { siteId, onDate, state: In([...openStates]) });

export interface QueueNow {
  readonly open: readonly Visit[];
  readonly lines: Lines;
  readonly times: ServiceTimes;
}

export async function findQueue(tx: Tx, siteId: string): Promise<QueueNow> {
  const open = await findOpen(tx, siteId, tx.today);
  const times = await findServiceTimes(tx, siteId);
  return { open, times, lines: linesOf(open, await findDesks(tx, siteId), times) };
}

/** The person's visit of today: the latest when there were several. */
export const findVisitToday = (tx: Tx, personId: string): Promise<Visit | null> =>
  tx.em.findOne(Visit, { where: { personId, onDate: tx.today }, order: { arrivedAt: 'DESC', id: 'DESC' } });
