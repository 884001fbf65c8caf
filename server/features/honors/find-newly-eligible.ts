import { currentAwardEdition, partsPerCount } from '@rules/award';
import { getEdition } from '@rules/edition';
import { Donation } from '@server/features/donations';
import type { Tx } from '@server/platform/tx';
import { HonorCertificate } from './honor-certificate.entity';
import { HonorStanding } from './honor-standing.entity';

interface Stretch {
  readonly after: string;
  /** The last one that is looked at; null to the end of the register. */
  readonly last: string | null;
  readonly limit: number;
}

/**
 * People of a stretch of the register who may have reached the count and were never told. A sieve alone: it reckons with the numbers of
 * the award's edition and never below them, and the rules themselves decide about each person who is left.
 */
export async function findNewlyEligible(tx: Tx, { after, last, limit }: Stretch): Promise<string[]> {
  const edition = currentAwardEdition();
  const { countPerUnit, countPerUnitBefore, mlPerCount, unitRuleSince } = edition.rules;
  const query = tx.em
    .createQueryBuilder(Donation, 'donation')
    .select('donation.personId', 'personId')
    .where('donation.personId > :after', { after })
    .groupBy('donation.personId')
    .having(
      `SUM(CASE donation.type WHEN 'whole_blood' THEN donation.volumeMl * 10
                              WHEN 'platelets' THEN donation.unitsTenths * :ml * (CASE WHEN donation.donatedOn < :since THEN :before ELSE :now END)
                              ELSE 0 END) >= :needed`,
      {
        ml: mlPerCount.value,
        since: unitRuleSince.value,
        before: countPerUnitBefore.value,
        now: countPerUnit.value,
        needed: getEdition('service', tx.today).rules.privilegeCount.value * partsPerCount(edition),
      },
    )
    .orderBy('donation.personId', 'ASC')
    .limit(limit);
  if (last !== null) query.andWhere('donation.personId <= :last', { last });
  const told = query
    .subQuery()
    .select('1')
    .from(HonorStanding, 'standing')
    .where('standing.personId = donation.personId AND standing.offeredAt IS NOT NULL');
  const held = query
    .subQuery()
    .select('1')
    .from(HonorCertificate, 'certificate')
    .where('certificate.personId = donation.personId');
  query.andWhere(`NOT EXISTS ${told.getQuery()}`).andWhere(`NOT EXISTS ${held.getQuery()}`);
  return (await query.getRawMany<{ personId: string }>()).map(({ personId }) => personId);
}
