import { findHostAccount, getPerson } from '@server/features/identity';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { inTransaction, txOn, type Tx } from '@server/platform/tx';
import { askLater } from './ask-receipt';
import { MessageDelivery } from './message-delivery.entity';
import { Message } from './message.entity';
import { sentenceOf } from './sentences';

const origin = { actor: systemActor, requestId: 'outbox' };

interface Parcel {
  delivery: MessageDelivery;
  message: Message;
  values: Record<string, string>;
  /** Phone number or the host's user id. */
  address: string | undefined;
}

type Outcome = { state: 'accepted' | 'declined' | 'refused'; providerId?: string };

/** Thrown so that the outbox tries again later. */
class ChannelUnavailable extends Error {
  override name = 'ChannelUnavailable';
}

/** Nothing goes to an account that has been unlinked since, or whose proof counts no longer. */
async function hostUserOf(tx: Tx, accountId: string, personId: string): Promise<string | undefined> {
  const account = await findHostAccount(tx, accountId);
  return account?.personId === personId ? account.hostUserSealed : undefined;
}

const findParcel = (app: App, deliveryId: string): Promise<Parcel | undefined> =>
  app.db.read(async em => {
    const tx = txOn(app, em, origin);
    const delivery = await em.findOneBy(MessageDelivery, { id: deliveryId, state: 'waiting' });
    const message = delivery && (await em.findOneBy(Message, { id: delivery.messageId }));
    if (!message) return undefined;
    const values = JSON.parse(app.crypto.open('identity', message.valuesSealed)) as Record<string, string>;
    const sealed =
      delivery.channel === 'sms'
        ? (await getPerson(tx, delivery.recipientId)).phoneSealed
        : await hostUserOf(tx, delivery.recipientId, message.personId);
    return { delivery, message, values, address: sealed ? app.crypto.open('identity', sealed) : undefined };
  });

/** Older apps know the user by a 16-digit id that starts with 2088, newer ones by an open id. */
const alipayAddress = (address: string) => (/^2088\d{12}$/.test(address) ? { userId: address } : { openId: address });

async function send(app: App, { delivery, message, values, address }: Parcel): Promise<Outcome> {
  if (!address) return { state: 'refused' };
  const { title, body } = sentenceOf(message.kind, values);
  const { adapters } = app;
  const page = message.page ?? 'pages/inbox/index';
  if (delivery.channel === 'sms') {
    const sent = await adapters.sms.send({
      phone: address,
      template: message.kind,
      params: values,
      outId: delivery.id,
    });
    if (sent.kind === 'accepted') return { state: 'accepted', providerId: sent.providerId.slice(0, 64) };
    if (sent.reason === 'bad_phone') return { state: 'refused' };
    throw new ChannelUnavailable(sent.reason);
  }
  const templateId = app.config.hostTemplates[delivery.channel];
  const sent =
    delivery.channel === 'wechat'
      ? await adapters.wechat.sendMessage({ openId: address, templateId, data: { thing1: title, thing2: body }, page })
      : await adapters.alipay.sendMessage({
          to: alipayAddress(address),
          templateId,
          page,
          data: { keyword1: title, keyword2: body },
        });
  if (sent.kind === 'refused') throw new ChannelUnavailable(sent.reason);
  return { state: sent.kind === 'sent' ? 'accepted' : 'declined' };
}

/** One try. Repeating it after a crash may send twice: the providers have no idempotency key, so at least once it is. */
export async function deliver(app: App, deliveryId: string): Promise<void> {
  const parcel = await findParcel(app, deliveryId);
  if (!parcel) return;
  const outcome = await send(app, parcel);
  await inTransaction(app, origin, async tx => {
    const set = {
      state: outcome.state,
      providerId: outcome.providerId ?? null,
      sentAt: outcome.state === 'accepted' ? tx.now : null,
      attempts: parcel.delivery.attempts + 1,
      updatedAt: tx.now,
    };
    await tx.em.update(MessageDelivery, { id: deliveryId }, set);
    if (parcel.delivery.channel === 'sms' && outcome.state === 'accepted') await askLater(tx, deliveryId, 0);
  });
}
