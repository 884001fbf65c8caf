import { donationsChanged } from '@server/features/donations';
import type { App } from '@server/platform/app';
import { insertRow } from '@server/platform/db/rows';
import { notify } from '@server/platform/notify';
import type { Tx } from '@server/platform/tx';
import { findHonorRight } from './find-standing';
import { HonorApplication } from './honor-application.entity';
import { HonorCertificate } from './honor-certificate.entity';
import { HonorStanding } from './honor-standing.entity';

export const honorPage = 'features/honors/pages/honor';

/** The row of a person, made when it is not there. */
export async function ensureStanding(tx: Tx, personId: string): Promise<void> {
  const row = { personId, offeredAt: null, admittedAt: null, admittedBy: null, admitReasonSealed: null };
  await insertRow(tx.em, HonorStanding, row, { orIgnore: true });
}

/** Tells a donor once that the certificate can be had; nobody has to know of it first. */
export async function offerHonor(tx: Tx, personId: string): Promise<void> {
  if (!(await findHonorRight(tx, personId)).eligible) return;
  if (await tx.em.existsBy(HonorCertificate, { personId })) return;
  // Whoever has found it already needs no message about it.
  if (await tx.em.existsBy(HonorApplication, { openKey: personId })) return;
  await ensureStanding(tx, personId);
  const offered = await tx.em
    .createQueryBuilder()
    .update(HonorStanding)
    .set({ offeredAt: tx.now })
    .where('person_id = :personId AND offered_at IS NULL', { personId })
    .execute();
  if (offered.affected === 1) await notify(tx, personId, 'honor.offered', {}, honorPage);
}

export const startOffering = (app: App): void =>
  app.events.on(donationsChanged, async (tx, { personIds }) => {
    for (const personId of new Set(personIds)) await offerHonor(tx, personId);
  });
