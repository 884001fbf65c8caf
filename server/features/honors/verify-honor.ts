import type { Output } from '@contract/endpoint';
import type { verifyHonor as contract } from '@contract/honors';
import { toChinaDate } from '@rules/calendar';
import { maskName } from '@rules/identifiers';
import { getPerson, openName } from '@server/features/identity';
import type { App } from '@server/platform/app';
import type { Tx } from '@server/platform/tx';
import { HonorCertificate } from './honor-certificate.entity';
import { honorIssuer } from './honor-sheet';
import { tokenHash } from './issue-honor';

/** Hash routing: 浙里办 serves no other address. */
export const verifyAddress = (app: App, { tokenSealed }: HonorCertificate): string =>
  `${app.config.publicUrl}/#/features/honors/pages/verify?token=${app.crypto.open('secret', tokenSealed)}`;

/** Anybody may ask; the name is masked, and nothing tells how much or when somebody donated. */
export async function verifyHonor(tx: Tx, token: string): Promise<Output<typeof contract>> {
  const row = await tx.em.findOneBy(HonorCertificate, { tokenHash: tokenHash(tx, token) });
  if (!row) return { status: 'unknown', checkedAt: tx.now, shown: null };
  const maskedName = maskName(openName(tx, await getPerson(tx, row.personId)));
  const { number, city, issuedAt } = row;
  return {
    status: row.state,
    checkedAt: tx.now,
    shown: { number, maskedName, city, issuedOn: toChinaDate(issuedAt), issuer: honorIssuer },
  };
}
