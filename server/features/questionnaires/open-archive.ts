import type { Output } from '@contract/endpoint';
import type { openMyArchive as contract } from '@contract/questionnaires';
import { personOf } from '@server/platform/actor';
import { fileAddress } from '@server/platform/files/signed-file';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { noteOpening } from './answer-vault';
import { getOwnQuestionnaire } from './find-questionnaires';
import { VisitArchive } from './visit-archive.entity';

/** The newest document of the form that counts; whoever opens it stands in the donor's list. */
export async function openMyArchive(tx: Tx, appointmentId: string): Promise<Output<typeof contract>> {
  const form = await getOwnQuestionnaire(tx, personOf(tx.actor), appointmentId);
  const [archive] = await tx.em.find(VisitArchive, {
    where: { appointmentId, submissionId: form.submissionId ?? '' },
    order: { madeAt: 'DESC', id: 'DESC' },
    take: 1,
  });
  if (!archive) throw new Refusal('ARCHIVE_NOT_READY', 'conflict');
  await noteOpening(tx, form, 'donor-archive');
  const fileName = `献血电子档案-${form.validOn}.pdf`;
  const ticket = { key: archive.objectKey, contentType: 'application/pdf', fileName, sealedFor: 'health' } as const;
  return { ...fileAddress(tx.app, ticket), fileName };
}
