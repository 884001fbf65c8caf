import { View } from '@tarojs/components';
import { type Output } from '@contract/endpoint';
import { type listClaimsForReview } from '@contract/waiver-review';
import { sayMonthDay, sayTime } from '@miniapp/platform/chinese-date';
import { sayYuan } from '@miniapp/platform/money';
import { go, routes } from '@miniapp/platform/routes';
import { Card } from '@miniapp/ui/card';
import { Tag } from '@miniapp/ui/tag';
import { sayDonor } from '@miniapp/features/waivers/relations';
import { reasonNames, stageWords } from '../review-words';
import './review-row.scss';

type Line = Output<typeof listClaimsForReview>['items'][number];

/** One waiting claim: for how long, until when an answer was promised, why a person must look, and who has it. */
export function ReviewRow({ line }: { readonly line: Line }) {
  const { workingDaysWaited: days, dueOn, overdue, lease, isOwn, stage, reasons, bloodFeeFen } = line;
  return (
    <Card
      title={`${line.patientMaskedName}用血`}
      aside={
        <Tag tone={overdue ? 'stop' : 'wait'}>
          {overdue ? `已超期，等了 ${days} 个工作日` : days === 0 ? '今天收到' : `等了 ${days} 个工作日`}
        </Tag>
      }
      onPress={() => void go(routes.reviewClaim({ claimId: line.id }))}
    >
      <View className="review-tags">
        {stage !== 'first' && <Tag tone="look">{stageWords[stage]}</Tag>}
        {lease.holder === 'me' && <Tag tone="info">您正在办理</Tag>}
        {lease.holder === 'other' && lease.until !== null && (
          <Tag tone="wait">{`同事正在办理，到 ${sayTime(lease.until)}`}</Tag>
        )}
        {isOwn && <Tag tone="info">须由同事办理</Tag>}
      </View>
      <View>{`献血者${line.donorMaskedName}，${sayDonor(line.relation, '患者')}`}</View>
      <View>{reasons.map(reason => reasonNames[reason].replace(/。$/, '')).join('；')}</View>
      <View className="t-note t-quiet">
        {`${line.city} · ${line.hospitalName} · 用血费用${bloodFeeFen === null ? '未查到' : ` ${sayYuan(bloodFeeFen)} 元`} · ${sayMonthDay(dueOn)}前答复 · ${line.number}`}
      </View>
    </Card>
  );
}
