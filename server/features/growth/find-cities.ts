import { Donation } from '@server/features/donations';
import { Site } from '@server/features/sites';
import type { Tx } from '@server/platform/tx';

/** City by donation; one whose place is not in the register counts for no city. */
export async function findCities(tx: Tx, personId: string): Promise<Map<string, string>> {
  const rows = await tx.em
    .createQueryBuilder(Donation, 'donation')
    .innerJoin(Site, 'site', 'site.id = donation.siteId')
    .where('donation.personId = :personId', { personId })
    .select('donation.id', 'id')
    .addSelect('site.city', 'city')
    .getRawMany<{ id: string; city: string }>();
  return new Map(rows.map(({ id, city }) => [id, city]));
}
