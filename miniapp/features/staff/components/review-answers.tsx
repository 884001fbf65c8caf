import { View } from '@tarojs/components';
import { sayStamp } from '@miniapp/platform/chinese-date';
import { Card } from '@miniapp/ui/card';
import { Tag } from '@miniapp/ui/tag';
import { evidenceNames, evidenceResults } from '@miniapp/features/waivers/claim-states';
import '@miniapp/features/waivers/components/evidence-list.scss';
import { type ReviewFile } from '../review-form';
import './review-row.scss';

/** What each register answered, when, and by which hash the answer can be proved. */
export function ReviewAnswers({ evidence }: Pick<ReviewFile, 'evidence'>) {
  return (
    <Card title="登记系统怎么答" aside={`${evidence.length} 项`}>
      {evidence.length === 0 && <View>还没有查询过登记系统。</View>}
      {evidence.map(({ kind, source, result, text, at, sha256 }, index) => (
        <View className="evidence-item" key={`${index}${source}${at}`}>
          <View className="evidence-head">
            <View className="t-strong">{evidenceNames[kind]}</View>
            <Tag tone={evidenceResults[result].tone}>{evidenceResults[result].word}</Tag>
          </View>
          <View>{text}</View>
          <View className="t-note t-quiet">{`${source} · ${sayStamp(at)}`}</View>
          {sha256 && <View className="t-note t-quiet review-hash">{`校验值 ${sha256.slice(0, 16)}…`}</View>}
        </View>
      ))}
    </Card>
  );
}
