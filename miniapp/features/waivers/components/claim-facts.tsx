import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { Card } from '@miniapp/ui/card';
import { Facts } from '@miniapp/ui/facts';
import { type Claim } from '../claim-states';
import { sayDonor } from '../relations';
import { sayFee } from '../say-fee';

interface ClaimFactsProps {
  readonly claim: Claim;
  /** Who reads it. */
  readonly reader?: 'patient' | 'reviewer';
}

/** What was claimed, as the person wrote it. */
export function ClaimFacts({ claim, reader = 'patient' }: ClaimFactsProps) {
  return (
    <Card title="申请内容">
      <Facts
        items={[
          { label: '申请编号', value: claim.number },
          { label: '用血的人', value: claim.patientMaskedName },
          {
            label: '献血者',
            value: `${claim.donorMaskedName}（${sayDonor(claim.relation, reader === 'reviewer' ? '患者' : claim.madeBy === 'guardian' ? '孩子' : '我')}）`,
          },
          ...(claim.crossing
            ? [{ label: '跨省', value: `献血在${claim.crossing.donatedIn}，用血在${claim.crossing.treatedIn}` }]
            : []),
          { label: '医院', value: claim.hospitalName },
          {
            label: '住院',
            value: `${sayMonthDay(claim.admittedOn, '')}至${sayMonthDay(claim.dischargedOn, claim.admittedOn)}`,
          },
          ...(reader === 'reviewer' ? [{ label: '用血费用', value: sayFee(claim) }] : []),
          { label: '办理方式', value: claim.via === 'hospital' ? '医院出院结算时直接减免' : '在线申请' },
        ]}
      />
    </Card>
  );
}
