import { toChinaDate } from '@rules/calendar';
import { getPerson } from '@server/features/identity';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { plusSeconds } from '@server/platform/clock';
import { defineJob, enqueue } from '@server/platform/outbox/jobs';
import { inTransaction, txOn, type Tx } from '@server/platform/tx';
import { MessageDelivery } from './message-delivery.entity';

export const receiptDue = defineJob<{ deliveryId: string; asked: number }>('message.receipt');

const origin = { actor: systemActor, requestId: 'outbox' };
/** Minutes until each question. A telephone that is off gets its messages within two days or not at all. */
const waits = [2, 15, 120, 720, 2880] as const;

export async function askLater(tx: Tx, deliveryId: string, asked: number): Promise<void> {
  const minutes = waits[asked];
  // Never answered: it stays `accepted`, which is all that is known.
  if (minutes === undefined) return;
  const notBefore = plusSeconds(tx.now, minutes * 60);
  await enqueue(tx, receiptDue, { deliveryId, asked }, { dedupeKey: `${deliveryId}:${asked}`, notBefore });
}

/** Whether the SMS arrived, asked of the provider until it knows. */
export async function askReceipt(
  app: App,
  { deliveryId, asked }: { deliveryId: string; asked: number },
): Promise<void> {
  const sent = await app.db.read(async em => {
    const delivery = await em.findOneBy(MessageDelivery, { id: deliveryId, state: 'accepted' });
    if (!delivery?.providerId || !delivery.sentAt) return undefined;
    const { phoneSealed } = await getPerson(txOn(app, em, origin), delivery.recipientId);
    if (!phoneSealed) return undefined;
    const phone = app.crypto.open('identity', phoneSealed);
    return { phone, providerId: delivery.providerId, sentOn: toChinaDate(delivery.sentAt) };
  });
  if (!sent) return;
  const state = await app.adapters.sms.receipt(sent);
  await inTransaction(app, origin, async tx => {
    if (state === 'waiting') return askLater(tx, deliveryId, asked + 1);
    await tx.em.update(
      MessageDelivery,
      { id: deliveryId, state: 'accepted' },
      { state, reportedAt: tx.now, updatedAt: tx.now },
    );
  });
}
