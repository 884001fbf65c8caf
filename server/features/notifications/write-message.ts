import { findHostAccounts, getPerson } from '@server/features/identity';
import { newId } from '@server/platform/ids';
import { messageKinds, type MessageDue } from '@server/platform/notify';
import { defineJob, enqueue } from '@server/platform/outbox/jobs';
import type { Tx } from '@server/platform/tx';
import { MessageDelivery, type Channel } from './message-delivery.entity';
import { Message } from './message.entity';

export const deliverMessage = defineJob<{ deliveryId: string }>('message.deliver');

async function addDelivery(tx: Tx, messageId: string, channel: Channel, recipientId: string): Promise<void> {
  const id = newId();
  await tx.em.insert(MessageDelivery, {
    id,
    messageId,
    channel,
    recipientId,
    state: 'waiting',
    attempts: 0,
    providerId: null,
    updatedAt: tx.now,
  });
  await enqueue(tx, deliverMessage, { deliveryId: id }, { dedupeKey: id });
}

/** Inbox row and one delivery for each channel that reaches the person, all in the transaction of what happened. */
export async function writeMessage(tx: Tx, due: MessageDue): Promise<void> {
  const id = newId();
  await tx.em.insert(Message, {
    id,
    personId: due.personId,
    kind: due.kind,
    valuesSealed: tx.app.crypto.seal('identity', JSON.stringify(due.values)),
    page: due.page,
    readAt: null,
    createdAt: tx.now,
  });
  for (const account of await findHostAccounts(tx, due.personId))
    if (account.host !== 'zheliban') await addDelivery(tx, id, account.host, account.id);
  const person = await getPerson(tx, due.personId);
  if (messageKinds[due.kind].sms && person.phoneSealed) await addDelivery(tx, id, 'sms', person.id);
}
