import { type Output } from '@contract/endpoint';
import { type listGates } from '@contract/gate-registry';
import { type Tone } from '@miniapp/ui/tag';

type Gate = Pick<Output<typeof listGates>['items'][number], 'active' | 'flagged' | 'lastSeenAt'>;

/** A gate that has been silent for a day is worth a call. */
const silentMs = 24 * 3600_000;

export function tagOf({ active, flagged, lastSeenAt }: Gate, now: number): { tone: Tone; word: string } {
  if (!active) return { tone: 'stop', word: '已停用' };
  if (flagged > 0) return { tone: 'look', word: `可疑 ${flagged} 次` };
  if (lastSeenAt === null) return { tone: 'wait', word: '还没用过' };
  return now - Date.parse(lastSeenAt) > silentMs
    ? { tone: 'look', word: '一天没有联网' }
    : { tone: 'done', word: '正常' };
}
