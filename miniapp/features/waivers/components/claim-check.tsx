import { View } from '@tarojs/components';
import { maskName } from '@rules/identifiers';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { Card } from '@miniapp/ui/card';
import { Confirm } from '@miniapp/ui/confirm';
import { type Fact } from '@miniapp/ui/facts';
import { Notice } from '@miniapp/ui/notice';
import { type ClaimDraft } from '../claim-draft';
import { lookUpsOf } from '../look-ups';
import { sayDonor } from '../relations';
import { type ClaimForm } from '../use-claim-form';
import { useReadFromTop } from '../use-read-from-top';
import { ConsentField } from './consent-field';

interface ClaimCheckProps {
  readonly form: ClaimForm;
  readonly myName: string;
}

/** Everything that will be sent and everything that will be looked up, before either happens. */
export function ClaimCheck({ form, myName }: ClaimCheckProps) {
  const { draft } = form;
  const looks = lookUpsOf(draft);
  useReadFromTop();
  return (
    <Confirm
      title="提交前看一遍"
      facts={factsOf(draft, myName)}
      refusal={form.text}
      busy={form.busy}
      confirmLabel="提交申请"
      onConfirm={() => void form.submit()}
      onBack={form.back}
    >
      {looks.length > 0 ? (
        <Card title="提交以后会查询">
          {looks.map(({ where, what }) => (
            <View key={where}>
              <View className="t-strong">{what}</View>
              <View className="t-note t-quiet">{`查询：${where}`}</View>
            </View>
          ))}
        </Card>
      ) : (
        <Notice tone="look" title="这种关系不在减免范围内">
          提交以后不会查询任何登记，您会收到写明条款的答复。
        </Notice>
      )}
      {draft.who === 'relative' && looks.length > 0 && (
        <Notice tone="info" title="会先问献血者">
          献血者会收到消息，同意以后才查询；他以前长期同意过的，不用再问。献血者不会被告知您的病情。
        </Notice>
      )}
      <ConsentField form={form} />
    </Confirm>
  );
}

function factsOf(draft: ClaimDraft, myName: string): Fact[] {
  const { patient, childName, who, hospital, admittedOn, dischargedOn, withBill, billNumber } = draft;
  const whose = patient === 'child' ? '孩子' : '我';
  return [
    {
      label: '用血的人',
      value: patient === 'child' ? `${maskName(childName.trim())}（我的孩子）` : `${myName}（我本人）`,
    },
    {
      label: '献血者',
      value: who === 'relative' ? sayRelative(draft, whose) : '我本人',
    },
    { label: '医院', value: hospital?.name ?? '' },
    { label: '住院', value: `${sayMonthDay(admittedOn, '')}至${sayMonthDay(dischargedOn, admittedOn)}` },
    { label: '票据', value: withBill ? `号码 ${billNumber.trim()}` : '由系统去查' },
  ];
}

const sayRelative = ({ link, name, kin }: ClaimDraft, whose: '我' | '孩子'): string =>
  `${link?.donorMaskedName ?? maskName(name.trim())}（${sayDonor(link?.relation ?? kin ?? 'other', whose)}）`;
