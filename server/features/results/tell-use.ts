import { Donation, findDonationHistory } from '@server/features/donations';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { notify } from '@server/platform/notify';
import { defineJob, enqueue } from '@server/platform/outbox/jobs';
import { inTransaction, type Tx } from '@server/platform/tx';
import { DonationResult } from './donation-result.entity';
import { nextTimeOfDay } from './next-time-of-day';
import { statusOf } from './result-content';
import { openContent } from './store-results';

const tellUse = defineJob<{ donationId: string }>('blood.tell-use');

/** In the evening, when people read it with time; those for whom it means most come first in the queue of the hour. */
export async function planUseNotice(tx: Tx, donation: Donation): Promise<void> {
  const history = await findDonationHistory(tx, donation.personId);
  const first = donation.type === 'platelets' || history.length === 1;
  const notBefore = nextTimeOfDay(tx.now, first ? '19:00' : '19:30');
  await enqueue(tx, tellUse, { donationId: donation.id }, { dedupeKey: donation.id, notBefore });
}

export const startTellingUses = (app: App): void =>
  app.jobs.handle(tellUse, async (_, { donationId }) => {
    await inTransaction(app, { actor: systemActor, requestId: 'blood.tell-use' }, async tx => {
      const donation = await tx.em.findOneBy(Donation, { id: donationId });
      const result = await tx.em.findOneBy(DonationResult, { donationId });
      // Thanks beside “please contact the station” would puzzle people, and tell which cause it was.
      if (!donation || (result && statusOf(openContent(tx, result.contentSealed)) === 'contact')) return;
      await notify(tx, donation.personId, 'blood.used', {}, `features/results/pages/result?donationId=${donationId}`);
    });
  });
