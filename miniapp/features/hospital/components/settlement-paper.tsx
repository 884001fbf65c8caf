import { View } from '@tarojs/components';
import { Columns } from '@miniapp/ui/columns';
import { Card } from '@miniapp/ui/card';
import { type Fact, Facts } from '@miniapp/ui/facts';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { sayYuan } from '@miniapp/platform/money';
import { sayClauses } from '@miniapp/features/waivers/clauses';
import { Formula } from '@miniapp/features/waivers/components/formula';
import { sayConsent } from '../say-consent';
import { type SettleDraft } from '../settle-form';
import { type Settlement } from '../use-settlement';

/** What the donor is to the patient; the contract says it the other way round. */
const donorWords: Readonly<Record<Settlement['relation'], string>> = {
  self: '患者本人',
  spouse: '患者的配偶',
  parent: '患者的子女',
  child: '患者的父亲或母亲',
  sibling: '患者的兄弟姐妹',
  grandparent: '患者的孙子女或外孙子女',
  spouse_parent: '患者的儿媳或女婿',
  grandchild: '患者的祖父母或外祖父母',
  other: '其他亲属',
};

interface SettlementPaperProps {
  readonly shown: Settlement;
  readonly draft: SettleDraft;
}

/** What is waived on this bill and why, for the desk; the patient takes the slip along. */
export function SettlementPaper({ shown, draft }: SettlementPaperProps) {
  const { relation, bloodFeeFen, waivedFen, clause, explanation, lines } = shown;
  const facts: Fact[] = [
    { label: '患者', value: draft.patient.name },
    {
      label: '住院',
      value: `${sayMonthDay(draft.admittedOn, '')}至${sayMonthDay(draft.dischargedOn, draft.admittedOn)}`,
    },
    { label: '结算单号', value: draft.hospitalReference },
    { label: '票据', value: `${draft.billCode} / ${draft.billNumber}` },
    { label: '献血者', value: donorWords[relation] },
    { label: '用血费用', value: `${sayYuan(bloodFeeFen)} 元` },
    { label: '本次减免', value: <View className="t-title">{`${sayYuan(waivedFen)} 元`}</View> },
    { label: '用血自付', value: `${sayYuan(bloodFeeFen - waivedFen)} 元` },
    ...(clause ? [{ label: '依据', value: sayClauses(clause) }] : []),
    ...(shown.consent ? [{ label: '同意书', value: sayConsent(shown) }] : []),
  ];
  const left = lines.reduce((ml, line) => ml + line.availableMl, 0);
  return (
    <Columns>
      <Card title="减免结果">
        <Facts items={facts} />
      </Card>
      <View className="settle-desk-only">
        <Card title="计算说明">
          <View>{explanation}</View>
          <Formula entitlement={{ lines, quotaMl: left, quotaFen: null }} first={5} />
        </Card>
      </View>
    </Columns>
  );
}
