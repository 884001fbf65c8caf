import { View } from '@tarojs/components';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { Card } from '@miniapp/ui/card';
import { Tag } from '@miniapp/ui/tag';
import { type NextDate, nextDateWords } from '../next-date-words';
import { sayRule, typeNames } from '../show';
import './next-date-reasons.scss';

/** One type: from when, and every rule that says so with its source. */
export function NextDateReasons({ next }: { readonly next: NextDate }) {
  const { tone, tag, when } = nextDateWords(next);
  return (
    <Card title={typeNames[next.type]} aside={<Tag tone={tone}>{tag}</Tag>}>
      <View className="t-title">{when}</View>
      {next.reasons.length === 0 && <View className="t-quiet">记录里没有需要等待的情况。</View>}
      {next.reasons.map(reason => (
        <View className="reason" key={reason.ruleId + reason.text}>
          <View>{sayRule(`${reason.text}。`)}</View>
          {reason.until && <View className="t-note">{`${sayMonthDay(reason.until)}起满足这一条。`}</View>}
          <View className="reason-source">
            <View className="reason-source-text">{sayRule(`依据：${reason.source}`)}</View>
            {!reason.confirmed && <Tag tone="look">未确认</Tag>}
          </View>
          {!reason.confirmed && <View className="t-note t-quiet">这一条的具体数值以血站告知的为准。</View>}
        </View>
      ))}
    </Card>
  );
}
