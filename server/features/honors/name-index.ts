import { IsNull } from 'typeorm';
import { getPerson, openName } from '@server/features/identity';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { inTransaction, type Tx } from '@server/platform/tx';
import { HonorCertificate } from './honor-certificate.entity';

/** Keyed hash of a whole name, as keyboards write it: a certificate is found by it, and the name itself stays sealed. */
export const nameIndexOf = (tx: Tx, name: string): string =>
  tx.app.crypto.fingerprint(
    'honor name',
    name
      .normalize('NFKC')
      .replace(/[\s·•・‧∙⋅.．]/gu, '')
      .toUpperCase(),
  );

const atOnce = 200;

/** Certificates from before names were indexed: a few hundred an hour, so that no start waits for it. */
export async function indexHonorNames(app: App): Promise<void> {
  await inTransaction(app, { actor: systemActor, requestId: 'honor.index' }, async tx => {
    const rows = await tx.em.find(HonorCertificate, { where: { nameIndex: IsNull() }, take: atOnce });
    for (const { id, personId } of rows) {
      const nameIndex = nameIndexOf(tx, openName(tx, await getPerson(tx, personId)));
      await tx.em.update(HonorCertificate, { id }, { nameIndex });
    }
  });
}
