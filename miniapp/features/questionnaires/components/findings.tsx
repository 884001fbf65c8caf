import { View } from '@tarojs/components';
import { sayDate } from '@miniapp/platform/chinese-date';
import { Notice } from '@miniapp/ui/notice';
import { type Question } from '../answers';
import { type Finding } from '../words';

interface FindingsProps {
  readonly findings: readonly Finding[];
  readonly questions: readonly Question[];
}

/** What the answers mean, the reason first and then the day. Advice speaks of its question, so that stands with it. */
export function Findings({ findings, questions }: FindingsProps) {
  return findings.map(({ questionId, outcome, text, until }) => {
    const advice = outcome === 'advice';
    const asked = advice && questions.find(({ id }) => id === questionId)?.text;
    return (
      <Notice key={questionId} tone={advice ? 'info' : 'look'}>
        {asked && <View className="t-note t-quiet">{asked}</View>}
        <View>{text}</View>
        {until && <View className="t-strong">{`${sayDate(until)}起可以献血。`}</View>}
      </Notice>
    );
  });
}
