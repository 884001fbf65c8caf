import { View } from '@tarojs/components';
import { type Details } from '@miniapp/platform/answer';
import { sayDate } from '@miniapp/platform/chinese-date';
import { eligibilityIn } from '@miniapp/features/appointments/refusal-details';
import { Notice } from '@miniapp/ui/notice';
import { say } from '../nurse-words';

interface RefusedProps {
  readonly refusal: { readonly code: string; readonly details: Details } | null;
  readonly title: string;
}

/** Why an act was refused, with the rules when there are some. */
export function Refused({ refusal, title }: RefusedProps) {
  if (!refusal) return null;
  const { reasons, earliest } = eligibilityIn(refusal.details);
  return (
    <Notice tone="look" title={title} announce>
      <View>{say(refusal)}</View>
      {reasons.map(({ ruleId, text, source }) => (
        <View key={ruleId}>{`${text.replace(/。$/, '')}（${source}）。`}</View>
      ))}
      {earliest && <View className="t-strong">{`最早可以献血：${sayDate(earliest)}。`}</View>}
    </Notice>
  );
}
