import { type InputDraft } from '@contract/endpoint';
import { type recordReaction } from '@contract/visits';

type Reaction = InputDraft<typeof recordReaction>;

export const reactionNames: Record<Reaction['kind'], string> = {
  vasovagal: '头晕、晕厥',
  haematoma: '血肿、淤青',
  nerve: '碰到神经',
  arterial: '误穿动脉',
  citrate: '枸橼酸盐反应（口周发麻）',
  allergic: '过敏',
  other: '其他',
};
export const severityNames: Record<Reaction['severity'], string> = { mild: '轻', moderate: '中', severe: '重' };
