import { View } from '@tarojs/components';
import { REASON_WORDS } from '@rules/waiver-decision';
import { sayYuan } from '@miniapp/platform/money';
import { Card } from '@miniapp/ui/card';
import { Notice } from '@miniapp/ui/notice';
import { sayClauses } from '@miniapp/features/waivers/clauses';
import { isElsewhere, type ReviewFile } from '../review-form';
import { bars } from '../review-words';

/** Why a person must look, and what the rules give once that is settled. */
export function ReviewProposal({ file }: { readonly file: ReviewFile }) {
  const { proposal, claim } = file;
  const { mayApprove, bar, waivedFen, clause, needsSecond, secondAboveFen } = proposal;
  return (
    <Card title="为什么要人看，规则怎么定">
      {claim.reasons.map(({ id }) => (
        <View key={id}>{`· ${REASON_WORDS[id as keyof typeof REASON_WORDS] ?? id}`}</View>
      ))}
      {mayApprove ? (
        <Notice
          tone="info"
          title={isElsewhere(file) ? '由献血地的规定决定' : `规则给出：减免 ${sayYuan(waivedFen)} 元`}
        >
          {`以上事项核对清楚以后。依据：${sayClauses(clause)}。${
            needsSecond
              ? isElsewhere(file)
                ? '金额由人核定，须由另一位审核员复核。'
                : `超过 ${sayYuan(secondAboveFen)} 元，须由另一位审核员复核。`
              : ''
          }`}
        </Notice>
      ) : (
        <Notice tone="stop" title="按规则不能同意">
          {bars[bar ?? ''] ?? '按减免办法不能同意。'}
        </Notice>
      )}
    </Card>
  );
}
