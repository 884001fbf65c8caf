import { View } from '@tarojs/components';
import { sayMonthDay, sayStamp } from '@miniapp/platform/chinese-date';
import { sayYuan } from '@miniapp/platform/money';
import { Card } from '@miniapp/ui/card';
import { type Fact, Facts } from '@miniapp/ui/facts';
import { ClaimUploads } from '@miniapp/features/waivers/components/claim-uploads';
import { sayDonor } from '@miniapp/features/waivers/relations';
import { type ReviewFile } from '../review-form';

const consents = { asked: '还没有答复', agreed: '同意', declined: '不同意', expired: '过期没有答复' } as const;
const makers = { patient: '患者本人', guardian: '患者的父母', hospital: '医院' } as const;

/** What the claimant said, with documents by their ends alone. */
export function ReviewSaid({ file: { claim, said } }: { readonly file: ReviewFile }) {
  return (
    <>
      <Card title="申请人怎么说">
        <Facts
          items={[
            { label: '申请编号', value: claim.number },
            { label: '申请人', value: makers[claim.madeBy] },
            { label: '患者', value: `${claim.patientMaskedName}，证件 ${said.patientMaskedDocument}` },
            { label: '献血者', value: `${claim.donorMaskedName}，证件 ${said.donorMaskedDocument}` },
            { label: '所填关系', value: sayDonor(claim.relation, '患者') },
            ...(claim.crossing
              ? [{ label: '跨省', value: `献血在${claim.crossing.donatedIn}，用血在${claim.crossing.treatedIn}` }]
              : []),
            { label: '医院', value: claim.hospitalName },
            ...(claim.crossing
              ? [{ label: '跨省', value: `${claim.crossing.donatedIn}献血，${claim.crossing.treatedIn}用血` }]
              : []),
            { label: '住院', value: `${sayMonthDay(claim.admittedOn, '')}至${sayMonthDay(claim.dischargedOn, '')}` },
            ...(said.lookupConsentAt === null ? [] : [{ label: '同意查询', value: sayStamp(said.lookupConsentAt) }]),
            ...typed(said.typedBill),
            ...(said.donorConsent
              ? [
                  {
                    label: '献血者答复',
                    value: `${consents[said.donorConsent.state]}（${sayStamp(said.donorConsent.askedAt)}询问）`,
                  },
                ]
              : []),
          ]}
        />
      </Card>
      {claim.crossing && claim.crossing.files > 0 && <ClaimUploads claimId={claim.id} />}
      {claim.appeal && (
        <Card title="申诉" aside={sayStamp(claim.appeal.at)}>
          <Facts
            items={[
              { label: '申诉理由', value: claim.appeal.reasons },
              { label: '原来的决定', value: claim.appeal.against },
            ]}
          />
        </Card>
      )}
      {said.materials.map(({ asked, askedAt, answer, answeredAt }) => (
        <Card key={askedAt} title="补充材料" aside={sayStamp(askedAt)}>
          <View className="t-quiet">{asked}</View>
          <View>{answer ?? '没有答复'}</View>
          {answeredAt && <View className="t-note t-quiet">{`${sayStamp(answeredAt)}答复`}</View>}
        </Card>
      ))}
    </>
  );
}

const typed = (bill: ReviewFile['said']['typedBill']): Fact[] =>
  bill === null
    ? []
    : [
        {
          label: '所填票据',
          value: `${bill.code} / ${bill.number}，${sayMonthDay(bill.issuedOn, '')}，合计 ${sayYuan(bill.totalFen)} 元`,
        },
      ];
