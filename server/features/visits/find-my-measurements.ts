import { In } from 'typeorm';
import type { Output } from '@contract/endpoint';
import { measuredFigures, type listMyMeasurements } from '@contract/measurements';
import { ownDataAsked, personLeft } from '@server/features/identity';
import { findSitesById } from '@server/features/sites';
import { personOf } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { findVitals, type Vitals } from './find-vitals';
import { endedStates } from './visit-moves';
import { Visit } from './visit.entity';

type Figures = Output<typeof listMyMeasurements>['items'][number]['figures'];

const latest = 20;
const names = Object.keys(measuredFigures) as (keyof Figures)[];

const figuresOf = ({ given }: Vitals): Figures =>
  Object.fromEntries(names.flatMap(name => (given[name] === undefined ? [] : [[name, given[name]]])));

/**
 * Once the visit is over: while it goes on the staff explain what they measure. How the visit ended is not here, and neither is a strip
 * that tells of an infection.
 */
export async function findMyMeasurements(tx: Tx): Promise<Output<typeof listMyMeasurements>> {
  const visits = await tx.em.find(Visit, {
    where: { personId: personOf(tx.actor), state: In([...endedStates]) },
    order: { arrivedAt: 'DESC', id: 'DESC' },
    take: latest,
  });
  const vitals = await findVitals(tx, visits);
  const sites = await findSitesById(
    tx,
    visits.map(({ siteId }) => siteId),
  );
  const items = visits.flatMap(({ id, onDate, siteId, type }) => {
    const measured = vitals.get(id);
    const figures = measured && figuresOf(measured);
    if (!figures || Object.keys(figures).length === 0) return [];
    const outside = new Set(measured.findings.map(({ field }) => field));
    const siteName = sites.get(siteId)?.name ?? '';
    return [{ visitId: id, on: onDate, siteName, type, figures, outside: names.filter(name => outside.has(name)) }];
  });
  return { items };
}

export function startLeaving(app: App): void {
  app.events.on(ownDataAsked, async (tx, { add }) => add('到站测的数值', (await findMyMeasurements(tx)).items));
  app.events.on(personLeft, async (tx, { personId }) => {
    if (await tx.em.existsBy(Visit, { openKey: personId }))
      throw new Refusal('LEAVE_LATER', 'conflict', { why: 'visit' });
  });
}
