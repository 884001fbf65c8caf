import { View } from '@tarojs/components';
import { sayStamp } from '@miniapp/platform/chinese-date';
import { Tag } from '@miniapp/ui/tag';
import { type Evidence, evidenceNames, evidenceWord } from '../claim-states';
import './evidence-list.scss';

/** What was asked where, when, and what the answer was. Side by side where there is room. */
export function EvidenceList({ evidence }: { readonly evidence: readonly Evidence[] }) {
  return (
    <View className="evidence">
      {evidence.map(({ kind, source, result, text, at }) => (
        <View className="evidence-item" key={kind + source + at}>
          <View className="evidence-head">
            <View className="t-strong">{evidenceNames[kind]}</View>
            <Tag tone={evidenceWord({ kind, result }).tone}>{evidenceWord({ kind, result }).word}</Tag>
          </View>
          <View>{text}</View>
          <View className="t-note t-quiet">{`${kind === 'entitlement' ? `现行减免办法（${source}）` : source} · ${sayStamp(at)}`}</View>
        </View>
      ))}
    </View>
  );
}
