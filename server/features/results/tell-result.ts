import { Donation } from '@server/features/donations';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { notify } from '@server/platform/notify';
import { defineJob, enqueue } from '@server/platform/outbox/jobs';
import { inTransaction, type Tx } from '@server/platform/tx';
import { nextTimeOfDay } from './next-time-of-day';

const tellResult = defineJob<{ donationId: string }>('result.tell');

/**
 * Every notice of a day goes out at one time, with one wording, whatever was found: neither the hour nor the words say anything.
 * In the morning, because then somebody answers the station's telephone.
 */
export const planResultNotice = (tx: Tx, donationId: string): Promise<void> =>
  enqueue(
    tx,
    tellResult,
    { donationId },
    { dedupeKey: `${donationId}:${nextTimeOfDay(tx.now, '10:00')}`, notBefore: nextTimeOfDay(tx.now, '10:00') },
  );

export const startTellingResults = (app: App): void =>
  app.jobs.handle(tellResult, async (_, { donationId }) => {
    await inTransaction(app, { actor: systemActor, requestId: 'result.tell' }, async tx => {
      const donation = await tx.em.findOneBy(Donation, { id: donationId });
      if (donation)
        await notify(
          tx,
          donation.personId,
          'result.ready',
          {},
          `features/results/pages/result?donationId=${donationId}`,
        );
    });
  });
