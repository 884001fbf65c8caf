import { Like } from 'typeorm';
import type { Input, Output } from '@contract/endpoint';
import type { listHospitals } from '@contract/waivers';
import { Organization } from '@server/features/organizations';
import type { Tx } from '@server/platform/tx';

const DEFAULT_LIMIT = 20;

export async function findHospitals(
  tx: Tx,
  { query, limit }: Input<typeof listHospitals>,
): Promise<Output<typeof listHospitals>> {
  const hospital = { kind: 'hospital' as const, active: true };
  // The wildcards of LIKE mean themselves to somebody who types a name.
  const pattern = Like(`%${(query ?? '').replace(/[%_\\]/g, '')}%`);
  const rows = await tx.em.find(Organization, {
    where: [
      { ...hospital, name: pattern },
      { ...hospital, city: pattern },
    ],
    order: { city: 'ASC', name: 'ASC', id: 'ASC' },
    take: limit ?? DEFAULT_LIMIT,
  });
  return { items: rows.map(({ code, name, city }) => ({ code, name, city })) };
}
