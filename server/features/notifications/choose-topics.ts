import type { Input, Output } from '@contract/endpoint';
import type { listMessageTopics, MessageTopic, switchMessageTopic } from '@contract/notifications';
import { hasConsent } from '@server/features/consent';
import { personOf } from '@server/platform/actor';
import { newId } from '@server/platform/ids';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { kindsOf, topics } from './message-topics';
import { Message } from './message.entity';
import { quietHours } from '@rules/quiet-hours';
import { StoppedTopic } from './stopped-topic.entity';
import { isOn, mostInThirtyDays } from './wanted';

async function lastAtOf(tx: Tx, personId: string, topic: MessageTopic): Promise<string | null> {
  const last = await tx.em
    .createQueryBuilder(Message, 'message')
    .where('message.personId = :personId AND message.kind IN (:...kinds)', { personId, kinds: kindsOf(topic) })
    .orderBy('message.createdAt', 'DESC')
    .limit(1)
    .getOne();
  return last?.createdAt ?? null;
}

/** What is sent, why, on what ground and when last: a person sees it before deciding. */
export async function findTopics(tx: Tx): Promise<Output<typeof listMessageTopics>> {
  const personId = personOf(tx.actor);
  const items = [];
  for (const topic of Object.keys(topics) as MessageTopic[]) {
    const { title, why, ground, canStop } = topics[topic];
    const [on, lastAt] = [await isOn(tx, personId, topic), await lastAtOf(tx, personId, topic)];
    items.push({ topic, title, why, ground, canStop, on, lastAt });
  }
  return { items, mostInThirtyDays, quiet: quietHours };
}

export async function switchTopic(tx: Tx, { topic, on }: Input<typeof switchMessageTopic>): Promise<{ done: true }> {
  const personId = personOf(tx.actor);
  if (!topics[topic].canStop) throw new Refusal('CANNOT_STOP', 'conflict');
  if (on && topic === 'again' && !(await hasConsent(tx, 'recruitment_messages', personId)))
    throw new Refusal('CONSENT_NEEDED', 'conflict');
  if (on) await tx.em.delete(StoppedTopic, { personId, topic });
  else
    await tx.em
      .createQueryBuilder()
      .insert()
      .into(StoppedTopic)
      .values({ id: newId(), personId, topic, stoppedAt: tx.now })
      .orIgnore()
      .execute();
  return { done: true };
}
