import { IsNull, MoreThan } from 'typeorm';
import type { Input, Output } from '@contract/endpoint';
import type { findPrivilegeCard as contract } from '@contract/privilege-cards';
import { maskName } from '@rules/identifiers';
import { getPerson, openName } from '@server/features/identity';
import type { Tx } from '@server/platform/tx';
import { findEntitlement } from './find-entitlement';
import { getDonorOf } from './issue-card';
import { PrivilegeCode } from './privilege-code.entity';
import { PrivilegeHolder } from './privilege-holder.entity';

/** What the counter looks at before it prints or ends a card. */
export async function findCard(
  tx: Tx,
  { certificateNumber }: Input<typeof contract>,
): Promise<Output<typeof contract>> {
  const personId = await getDonorOf(tx, certificateNumber);
  const { entitled, awardCountTenths, neededTenths } = await findEntitlement(tx, personId);
  const card = await tx.em.findOne(PrivilegeCode, {
    where: { personId, form: 'paper', revokedAt: IsNull(), expiresAt: MoreThan(tx.now) },
    order: { mintedAt: 'DESC' },
  });
  return {
    maskedName: maskName(openName(tx, await getPerson(tx, personId))),
    ...{ entitled, awardCountTenths, neededTenths },
    suspended: await tx.em.existsBy(PrivilegeHolder, { personId, suspended: true }),
    card: card && { issuedAt: card.mintedAt, expiresAt: card.expiresAt },
  };
}
