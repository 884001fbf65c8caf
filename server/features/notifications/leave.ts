import { In } from 'typeorm';
import { ownDataAsked, personLeft } from '@server/features/identity';
import type { App } from '@server/platform/app';
import { MessageDelivery } from './message-delivery.entity';
import { Message } from './message.entity';
import { messageView } from './find-messages';
import { StoppedTopic } from './stopped-topic.entity';

export function startLeaving(app: App): void {
  app.events.on(ownDataAsked, async (tx, { personId, add }) => {
    const rows = await tx.em.find(Message, { where: { personId }, order: { createdAt: 'DESC', id: 'DESC' } });
    add(
      '消息',
      rows.map(row => messageView(tx, row)).map(({ title, body, at }) => ({ title, body, at })),
    );
  });
  app.events.on(personLeft, async (tx, { personId }) => {
    const messages = await tx.em.find(Message, { where: { personId }, select: { id: true } });
    if (messages.length > 0) await tx.em.delete(MessageDelivery, { messageId: In(messages.map(({ id }) => id)) });
    await tx.em.delete(Message, { personId });
    await tx.em.delete(StoppedTopic, { personId });
  });
}
