import { View } from '@tarojs/components';
import { REVIEW_BASES } from '@rules/waiver-review';
import { sayStamp } from '@miniapp/platform/chinese-date';
import { sayYuan } from '@miniapp/platform/money';
import { Card } from '@miniapp/ui/card';
import { type ReviewFile } from '../review-form';
import { reasonNames } from '../review-words';
import './review-row.scss';

const kinds = { approve: '同意', refuse: '不予减免', ask: '请补充材料' } as const;
const states = { proposed: '待复核', final: '', returned: '已退回', lapsed: '已失效' } as const;

/** What reviewers did with the claim before: on what basis, in which words. */
export function PastDecisions({ decisions }: Pick<ReviewFile, 'decisions'>) {
  if (decisions.length === 0) return null;
  return (
    <Card title="以前的处理">
      {decisions.map(({ kind, state, at, by, words, findings, waivedFen, note }) => (
        <View className="review-words" key={at + kind}>
          <View className="t-strong">
            {`${by === 'me' ? '您' : '另一位审核员'}：${kinds[kind]}${kind === 'approve' && waivedFen !== null ? ` ${sayYuan(waivedFen)} 元` : ''}${states[state] && `（${states[state]}）`}`}
          </View>
          {findings.map(({ reason, basis }) => (
            <View key={reason}>{`${reasonNames[reason].replace(/。$/, '')}：${REVIEW_BASES[basis].words}`}</View>
          ))}
          <View>{words}</View>
          {note && <View>{`复核意见：${note}`}</View>}
          <View className="t-note t-quiet">{sayStamp(at)}</View>
        </View>
      ))}
    </Card>
  );
}
