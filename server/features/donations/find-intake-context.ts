import { Organization } from '@server/features/organizations';
import { Site } from '@server/features/sites';
import type { Tx } from '@server/platform/tx';
import type { IntakeContext } from './intake-row';

/** Stations and sites by their codes, closed ones too: history was made there. */
export async function findIntakeContext(tx: Tx, onlyStationId: string | null): Promise<IntakeContext> {
  const stations = await tx.em.find(Organization, {
    where: { kind: 'station' },
    select: { id: true, code: true, facilityCode: true },
  });
  const sites = await tx.em.find(Site, { select: { id: true, code: true, stationId: true } });
  return {
    stations: new Map(stations.map(({ id, code, facilityCode }) => [code, { id, facilityCode }])),
    sites: new Map(sites.map(({ id, code, stationId }) => [code, { id, stationId }])),
    onlyStationId,
    now: tx.now,
  };
}
