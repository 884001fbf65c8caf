import type { MessageTopic } from '@contract/notifications';
import { hasConsent } from '@server/features/consent';
import { plusSeconds } from '@server/platform/clock';
import type { Tx } from '@server/platform/tx';
import { Message } from './message.entity';
import { countedKinds, topics } from './message-topics';
import { StoppedTopic } from './stopped-topic.entity';

/** Invitations and thanks that one person gets in thirty days, over all topics and channels. */
export const mostInThirtyDays = 4;
const thirtyDays = 30 * 24 * 3600;

/** Whether the person has left the topic on; invitations to give also need the consent of their own. */
export async function isOn(tx: Tx, personId: string, topic: MessageTopic): Promise<boolean> {
  if (!topics[topic].canStop) return true;
  if (await tx.em.existsBy(StoppedTopic, { personId, topic })) return false;
  return topic !== 'again' || hasConsent(tx, 'recruitment_messages', personId);
}

const sentLately = (tx: Tx, personId: string): Promise<number> =>
  tx.em
    .createQueryBuilder(Message, 'message')
    .where('message.personId = :personId AND message.kind IN (:...kinds) AND message.createdAt > :since', {
      personId,
      kinds: countedKinds(),
      since: plusSeconds(tx.now, -thirtyDays),
    })
    .getCount();

/** Asked before a message is written: stopped, or over the budget, is not written at all. */
export async function isWanted(tx: Tx, personId: string, topic: MessageTopic): Promise<boolean> {
  if (!(await isOn(tx, personId, topic))) return false;
  return !topics[topic].counted || (await sentLately(tx, personId)) < mostInThirtyDays;
}
