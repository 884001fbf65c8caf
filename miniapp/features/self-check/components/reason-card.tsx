import { View } from '@tarojs/components';
import { sayDate } from '@miniapp/platform/chinese-date';
import { Facts, type Fact } from '@miniapp/ui/facts';
import { Card } from '@miniapp/ui/card';
import { Tag } from '@miniapp/ui/tag';
import { type RuleForce } from '@rules/edition';
import { forceNames, sentence } from '../words';
import './reason-card.scss';

interface Reason {
  readonly text: string;
  readonly ruleId: string | null;
  readonly value?: string;
  readonly source: string | null;
  readonly force: RuleForce | null;
  readonly confirmed: boolean;
  readonly until?: string | null | undefined;
  readonly change: string;
}

/** One reason in full: what it says, until when, what would change it, and where it stands written. */
export function ReasonCard({ reason }: { readonly reason: Reason }) {
  const { text, ruleId, value, source, force, confirmed, until, change } = reason;
  const facts: Fact[] = [
    ...(until ? [{ label: '到哪天', value: `${sayDate(until)}起不再受这一条限制` }] : []),
    { label: '怎样会变', value: change },
    ...(value ? [{ label: '规定', value }] : []),
    ...(source ? [{ label: '依据', value: source }] : []),
    ...(force ? [{ label: '效力', value: forceNames[force] }] : []),
    ...(ruleId && ruleId !== 'CALL' ? [{ label: '规则编号', value: ruleId }] : []),
  ];
  return (
    <Card>
      <View className="self-reason-text">{sentence(text)}</View>
      {!confirmed && source && <Tag tone="look">数值未确认，以医生判断为准</Tag>}
      <Facts items={facts} />
    </Card>
  );
}
