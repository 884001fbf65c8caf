import { CreateNotifications1763769616000 } from '@server/migrations/20261122-016-create-notifications';
import { CreateStoppedTopics1763769662000 } from '@server/migrations/20261122-062-create-stopped-topics';
import { AddDeliveryReceipt1763769707000 } from '@server/migrations/20261123-107-add-delivery-receipt';
import type { Feature } from '@server/platform/feature';
import { messageDue } from '@server/platform/notify';
import { askReceipt, receiptDue } from './ask-receipt';
import { deliver } from './deliver-message';
import { startLeaving } from './leave';
import { MessageDelivery } from './message-delivery.entity';
import { Message } from './message.entity';
import { startReminding } from './remind-donation';
import { routes } from './routes';
import { StoppedTopic } from './stopped-topic.entity';
import { deliverMessage, writeMessage } from './write-message';

/** Writes what the other features announce into the inbox and sends it over the channels that reach the person. */
export const notifications: Feature = {
  name: 'notifications',
  entities: [Message, MessageDelivery, StoppedTopic],
  migrations: [CreateNotifications1763769616000, CreateStoppedTopics1763769662000, AddDeliveryReceipt1763769707000],
  routes,
  start(app) {
    app.events.on(messageDue, writeMessage);
    startReminding(app);
    startLeaving(app);
    app.jobs.handle(receiptDue, askReceipt);
    app.jobs.handle(deliverMessage, (owner, { deliveryId }) => deliver(owner, deliveryId));
  },
};
