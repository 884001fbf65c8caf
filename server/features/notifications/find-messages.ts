import type { Input } from '@contract/endpoint';
import type { listMessages } from '@contract/notifications';
import { personOf } from '@server/platform/actor';
import { pageOf, readCursor } from '@server/platform/cursor';
import { notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { Message } from './message.entity';
import { sentenceOf } from './sentences';

export const messageView = (tx: Tx, row: Message) => {
  const values = JSON.parse(tx.app.crypto.open('identity', row.valuesSealed)) as Record<string, string>;
  return {
    id: row.id,
    kind: row.kind,
    ...sentenceOf(row.kind, values),
    page: row.page,
    at: row.createdAt,
    read: row.readAt !== null,
  };
};

export async function findMessages(tx: Tx, { cursor, limit = 20 }: Input<typeof listMessages>) {
  const after = readCursor(cursor, 2);
  // A visitor has not proved who they are, so no message can be theirs.
  if (!tx.actor.personId) return { items: [], nextCursor: null };
  const rows = tx.em
    .createQueryBuilder(Message, 'message')
    .where('message.personId = :personId', { personId: tx.actor.personId })
    .orderBy('message.createdAt', 'DESC')
    .addOrderBy('message.id', 'DESC')
    .limit(limit + 1);
  if (after)
    rows.andWhere('(message.createdAt < :at OR (message.createdAt = :at AND message.id < :id))', {
      at: after[0],
      id: after[1],
    });
  const page = pageOf(await rows.getMany(), limit, row => [row.createdAt, row.id]);
  return { items: page.items.map(row => messageView(tx, row)), nextCursor: page.nextCursor };
}

export async function countUnread(tx: Tx): Promise<{ unread: number }> {
  if (!tx.actor.personId) return { unread: 0 };
  const unread = await tx.em
    .createQueryBuilder(Message, 'message')
    .where('message.personId = :personId AND message.readAt IS NULL', { personId: tx.actor.personId })
    .getCount();
  return { unread };
}

export async function markRead(tx: Tx, messageId: string): Promise<{ done: true }> {
  if (!tx.actor.personId) throw notFound();
  const message = await tx.em.findOneBy(Message, { id: messageId, personId: personOf(tx.actor) });
  if (!message) throw notFound();
  if (!message.readAt) await tx.em.update(Message, { id: messageId }, { readAt: tx.now });
  return { done: true };
}
