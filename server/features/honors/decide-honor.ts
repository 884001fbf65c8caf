import type { Input, Output } from '@contract/endpoint';
import type { decideHonor as contract } from '@contract/honors';
import { notify } from '@server/platform/notify';
import { enqueue } from '@server/platform/outbox/jobs';
import { Refusal, notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { findHonorRight } from './find-standing';
import { HonorApplication } from './honor-application.entity';
import { HonorCertificate } from './honor-certificate.entity';
import { dropFiles, endHonor, issueHonor } from './issue-honor';
import { honorPage } from './offer-honor';

type Command = Input<typeof contract>;

/** One reviewer decides: whoever comes second finds it decided. */
async function take(tx: Tx, application: HonorApplication, command: Command): Promise<void> {
  const { reason } = command;
  const taken = await tx.em
    .createQueryBuilder()
    .update(HonorApplication)
    .set({
      state: command.accept ? 'accepted' : 'refused',
      openKey: null,
      // The photo of a refused application is deleted; that of a certificate stays with it.
      photoKey: command.accept ? application.photoKey : null,
      reasonSealed: reason === undefined ? null : tx.app.crypto.seal('identity', reason),
      decidedBy: tx.actor.staffId ?? tx.actor.accountId ?? '',
      decidedAt: tx.now,
      version: command.version + 1,
    })
    .where('id = :id AND state = :waiting AND version = :version', {
      id: application.id,
      waiting: 'waiting',
      version: command.version,
    })
    .execute();
  if (taken.affected !== 1) throw new Refusal('STATE_CHANGED', 'conflict');
}

export async function decideHonor(tx: Tx, command: Command): Promise<Output<typeof contract>> {
  const application = await tx.em.findOneBy(HonorApplication, { id: command.applicationId });
  if (!application) throw notFound();
  const { personId, photoKey } = application;
  tx.subject(personId);
  if (!command.accept && command.reason === undefined) throw new Refusal('REASON_MISSING', 'conflict');
  await take(tx, application, command);
  if (photoKey === null) throw new Refusal('STATE_CHANGED', 'conflict');
  if (!command.accept) {
    await enqueue(tx, dropFiles, { keys: [photoKey] });
    await notify(tx, personId, 'honor.refused', {}, honorPage);
    return { state: 'refused', number: null };
  }
  const right = await findHonorRight(tx, personId);
  if (!right.mayHold) throw new Refusal('NOT_ELIGIBLE', 'conflict');
  const before = await tx.em.findOneBy(HonorCertificate, { activeKey: personId });
  if (before) await endHonor(tx, before, { state: 'replaced', version: before.version, reason: '本人换发' });
  const { city, photoType } = application;
  const issued = await issueHonor(tx, {
    personId,
    city,
    awardCount: right.count,
    edition: right.edition,
    photoKey,
    photoType,
  });
  if (before) {
    await tx.em.update(HonorCertificate, { id: before.id }, { replacedBy: issued.id });
    await enqueue(tx, dropFiles, { keys: [before.photoKey] });
  }
  await notify(tx, personId, 'honor.issued', {}, honorPage);
  return { state: 'accepted', number: issued.number };
}
