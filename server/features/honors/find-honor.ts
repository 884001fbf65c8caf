import type { Input, Output } from '@contract/endpoint';
import type { getMyHonor, openHonorFile as openContract } from '@contract/honors';
import { toChinaDate, type CalendarDate } from '@rules/calendar';
import { honorPhoto, honorPractices } from '@rules/honor-certificate';
import { ownDataAsked } from '@server/features/identity';
import { personOf } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { fileAddress } from '@server/platform/files/signed-file';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { findHonorRight } from './find-standing';
import { HonorApplication } from './honor-application.entity';
import { HonorCertificate } from './honor-certificate.entity';
import { honorTitle } from './honor-sheet';
import { verifyAddress } from './verify-honor';

type Mine = Output<typeof getMyHonor>;

const CLAUSE = '《浙江省实施〈中华人民共和国献血法〉办法》第二十五条；荣誉证申领条件：省内献血满 20 次';

const shownCertificate = (tx: Tx, row: HonorCertificate): Mine['certificate'] => ({
  id: row.id,
  number: row.number,
  issuedOn: toChinaDate(row.issuedAt),
  city: row.city,
  files: row.files,
  verifyUrl: verifyAddress(tx.app, row),
});

const shownApplication = (tx: Tx, row: HonorApplication): Mine['application'] => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  appliedAt: row.createdAt,
  reason: row.reasonSealed === null ? null : tx.app.crypto.open('identity', row.reasonSealed),
});

export async function findMyHonor(tx: Tx): Promise<Mine> {
  const personId = personOf(tx.actor);
  const right = await findHonorRight(tx, personId);
  const [latest] = await tx.em.find(HonorCertificate, {
    where: { personId },
    order: { issuedAt: 'DESC', id: 'DESC' },
    take: 1,
  });
  const [application] = await tx.em.find(HonorApplication, {
    where: { personId },
    order: { createdAt: 'DESC', id: 'DESC' },
    take: 1,
  });
  const { maxBytes, minWidth, minHeight } = honorPhoto;
  return {
    eligible: right.mayHold,
    admitted: right.admitted,
    count: right.count,
    neededCount: right.neededCount,
    clause: CLAUSE,
    certificate: latest?.state === 'valid' ? shownCertificate(tx, latest) : null,
    revokedOn: latest?.state === 'revoked' && latest.endedAt ? toChinaDate(latest.endedAt) : null,
    application: application ? shownApplication(tx, application) : null,
    photo: { maxBytes, minWidth, minHeight },
    cities: honorPractices(tx.today),
  };
}

/** Days on which the person was given a certificate for the first time or again. */
export async function findHonorDays(tx: Tx, personId: string): Promise<CalendarDate[]> {
  const rows = await tx.em.find(HonorCertificate, { where: { personId }, order: { issuedAt: 'ASC' } });
  return rows.map(({ issuedAt }) => toChinaDate(issuedAt));
}

/** An address that works for two minutes, for the holder alone to fetch it. */
export async function openHonorFile(
  tx: Tx,
  { form }: Input<typeof openContract>,
): Promise<Output<typeof openContract>> {
  const personId = personOf(tx.actor);
  tx.subject(personId);
  const row = await tx.em.findOneBy(HonorCertificate, { activeKey: personId });
  const key = form === 'pdf' ? row?.pdfKey : row?.pictureKey;
  if (!row || !key) throw new Refusal('FILE_NOT_READY', 'conflict');
  const fileName = `${honorTitle}.${form === 'pdf' ? 'pdf' : 'png'}`;
  const contentType = form === 'pdf' ? 'application/pdf' : 'image/png';
  return { ...fileAddress(tx.app, { key, contentType, fileName, sealedFor: 'identity' }), fileName };
}

export const startCopyingHonor = (app: App): void =>
  app.events.on(ownDataAsked, async (tx, { add }) => {
    const { count, certificate, revokedOn, application } = await findMyHonor(tx);
    add('荣誉证', { count, certificate, revokedOn, application });
  });
