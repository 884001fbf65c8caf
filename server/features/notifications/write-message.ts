import { findHostAccounts, getPerson } from '@server/features/identity';
import { chinaInstant, type Instant } from '@rules/calendar';
import { MoreThanOrEqual } from 'typeorm';
import { afterQuietHours } from '@rules/quiet-hours';
import { insertRow } from '@server/platform/db/rows';
import { newId } from '@server/platform/ids';
import { messageKinds, type Kind, type MessageDue, type MessageKind } from '@server/platform/notify';
import { defineJob, enqueue } from '@server/platform/outbox/jobs';
import type { Tx } from '@server/platform/tx';
import { MessageDelivery, type Channel } from './message-delivery.entity';
import { Message } from './message.entity';
import { topicOf, topics } from './message-topics';
import { isWanted } from './wanted';

export const deliverMessage = defineJob<{ deliveryId: string }>('message.deliver');

async function addDelivery(
  tx: Tx,
  message: { id: string; notBefore: Instant },
  channel: Channel,
  recipientId: string,
): Promise<void> {
  const id = newId();
  await insertRow(tx.em, MessageDelivery, {
    id,
    messageId: message.id,
    channel,
    recipientId,
    state: 'waiting',
    attempts: 0,
    providerId: null,
    sentAt: null,
    reportedAt: null,
    updatedAt: tx.now,
  });
  await enqueue(tx, deliverMessage, { deliveryId: id }, { dedupeKey: id, notBefore: message.notBefore });
}

const isLatestOnly = (kind: MessageKind): boolean => {
  const rule: Kind = messageKinds[kind];
  return rule.latestOnly === true;
};

/** What has gone out over other channels stays there; a delivery that still waits finds its message gone, and ends. */
const dropEarlier = (tx: Tx, { personId, kind }: MessageDue) =>
  tx.em.delete(Message, { personId, kind, createdAt: MoreThanOrEqual(chinaInstant(tx.today, '00:00')) });

/** Inbox row and one delivery for each channel that reaches the person, all in the transaction of what happened. Nothing of a topic that the person has stopped. */
export async function writeMessage(tx: Tx, due: MessageDue): Promise<void> {
  const topic = topicOf(due.kind);
  if (!(await isWanted(tx, due.personId, topic))) return;
  if (isLatestOnly(due.kind)) await dropEarlier(tx, due);
  const id = newId();
  // In the inbox at once, because an inbox does not ring.
  const message = { id, notBefore: topics[topic].mayWait ? afterQuietHours(tx.now) : tx.now };
  await insertRow(tx.em, Message, {
    id,
    personId: due.personId,
    kind: due.kind,
    valuesSealed: tx.app.crypto.seal('identity', JSON.stringify(due.values)),
    page: due.page,
    readAt: null,
    createdAt: tx.now,
  });
  for (const account of await findHostAccounts(tx, due.personId))
    if (account.host !== 'zheliban') await addDelivery(tx, message, account.host, account.id);
  const person = await getPerson(tx, due.personId);
  if (messageKinds[due.kind].sms && person.phoneSealed) await addDelivery(tx, message, 'sms', person.id);
}
