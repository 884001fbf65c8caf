import { View } from '@tarojs/components';
import { type Output } from '@contract/endpoint';
import { type getEntitlement } from '@contract/waivers';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { sayCount } from '@miniapp/platform/money';
import { Heading } from '@miniapp/ui/heading';
import { Stack } from '@miniapp/ui/stack';
import { Tag, type Tone } from '@miniapp/ui/tag';
import { sayPatient } from '../relations';

type Use = Output<typeof getEntitlement>['ledger']['uses'][number];

const states: Readonly<Record<Use['state'], { readonly tone: Tone; readonly word: string }>> = {
  used: { tone: 'info', word: '已减免' },
  paid: { tone: 'done', word: '已退款' },
  returned: { tone: 'wait', word: '已退回' },
};

const whoOf = ({ by, who }: Use): string => {
  if (by === 'donor') return '我本人';
  return who ? `${who.maskedName}（${sayPatient(who.relation)}）` : '一位亲属';
};

/** Use by use: which relative, as far as the donor knows it, how much, and when. */
export function FamilyUses({ uses }: { readonly uses: readonly Use[] }) {
  if (uses.length === 0) return null;
  return (
    <Stack gap={3}>
      <Heading level={3}>每一次使用</Heading>
      {uses.map((use, n) => (
        <Stack key={`${use.on}-${n}`} gap={2} across spread>
          <View>
            <View>{`${whoOf(use)}用了 ${sayCount(use.ml)} 毫升`}</View>
            <View className="t-note t-quiet">
              {`${sayMonthDay(use.on)} · ${use.via === 'hospital' ? '出院时直接减免' : '在线申请'}`}
            </View>
          </View>
          <Tag tone={states[use.state].tone}>{states[use.state].word}</Tag>
        </Stack>
      ))}
    </Stack>
  );
}
