import { View } from '@tarojs/components';
import { sayDate } from '@miniapp/platform/chinese-date';
import { Notice } from '@miniapp/ui/notice';
import { type Finding } from '../words';

/** What the answers mean, the reason first and then the day. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  return findings.map(finding => (
    <Notice key={finding.questionId} tone={finding.outcome === 'advice' ? 'info' : 'look'}>
      <View>{finding.text}</View>
      {finding.until && <View className="t-strong">{`${sayDate(finding.until)}起可以献血。`}</View>}
    </Notice>
  ));
}
