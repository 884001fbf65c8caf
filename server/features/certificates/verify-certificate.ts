import type { Output } from '@contract/endpoint';
import type { verifyCertificate as contract } from '@contract/certificates';
import { findDonationHistory } from '@server/features/donations';
import { findDonor } from '@server/features/donors';
import { findAwardStanding } from '@server/features/honors';
import { getPerson } from '@server/features/identity';
import type { Tx } from '@server/platform/tx';
import { CertificateShare } from './certificate-share.entity';
import { totalsOf } from './find-totals';
import { fieldsOf, tokenHash } from './share-certificate';

type Shown = Output<typeof contract>['shown'];

async function findShown(tx: Tx, share: CertificateShare): Promise<Shown> {
  const show = new Set(fieldsOf(share));
  const { personId } = share;
  const donor = await findDonor(tx, personId);
  const history = await findDonationHistory(tx, personId);
  const { donations, wholeBloodMl, plateletUnitsTenths } = totalsOf(history);
  return {
    name: show.has('name') ? tx.app.crypto.open('identity', (await getPerson(tx, personId)).nameSealed) : undefined,
    bloodGroup: show.has('blood_group') && donor?.abo && donor.rhd ? { abo: donor.abo, rhd: donor.rhd } : undefined,
    totals: show.has('totals') ? { donations, wholeBloodMl, plateletUnitsTenths } : undefined,
    lastDonationOn: show.has('last_donation') ? history.at(-1)?.on : undefined,
    award: show.has('award') ? (await findAwardStanding(tx, personId)).award : undefined,
  };
}

/** Checks a share link for anybody. A link that does not hold shows nothing but that. */
export async function verifyCertificate(tx: Tx, token: string): Promise<Output<typeof contract>> {
  const share = await tx.em.findOneBy(CertificateShare, { tokenHash: tokenHash(tx, token) });
  const status = !share ? 'unknown' : share.revokedAt ? 'revoked' : share.expiresAt <= tx.now ? 'expired' : 'valid';
  if (!share || status !== 'valid') return { status, checkedAt: tx.now, certificateNumber: null, shown: {} };
  const donor = await findDonor(tx, share.personId);
  return {
    status,
    checkedAt: tx.now,
    certificateNumber: donor?.certificateNumber ?? null,
    shown: await findShown(tx, share),
  };
}
