import { View } from '@tarojs/components';
import { today } from '@miniapp/platform/chinese-date';
import { fieldId } from '@miniapp/platform/show-field';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { DateField } from '@miniapp/ui/field-pick';
import { TextField } from '@miniapp/ui/field-text';
import { type BillDraft } from '../claim-draft';

interface BillFieldsProps {
  readonly form: {
    readonly draft: BillDraft;
    readonly change: (change: Partial<BillDraft>) => void;
    readonly problems: Readonly<Record<string, string>>;
  };
  /** What happens when nothing is typed. */
  readonly without?: string;
}

/** The bills of the stay are fetched; who holds one that is not found so can name it by its five elements. */
export function BillFields({
  form: { draft, change, problems },
  without = '不用填写，系统会查到这次住院的财政电子票据。',
}: BillFieldsProps) {
  if (!draft.withBill)
    return (
      <Card title="用血的票据">
        <View>{without}</View>
        <Button kind="quiet" onPress={() => change({ withBill: true })}>
          我手上有票据，想自己填
        </Button>
      </Card>
    );
  return (
    <Card title="用血的票据">
      <View className="t-quiet">五项都在电子票据上，照着填。</View>
      <TextField
        id={fieldId('bill.code')}
        label="票据代码"
        value={draft.billCode}
        maxLength={24}
        error={problems['bill.code']}
        onChange={billCode => change({ billCode })}
      />
      <TextField
        id={fieldId('bill.number')}
        label="票据号码"
        value={draft.billNumber}
        maxLength={40}
        error={problems['bill.number']}
        onChange={billNumber => change({ billNumber })}
      />
      <TextField
        id={fieldId('bill.checkCode')}
        label="校验码"
        hint="6 位，分大小写"
        value={draft.billCheckCode}
        maxLength={8}
        error={problems['bill.checkCode']}
        onChange={billCheckCode => change({ billCheckCode })}
      />
      <DateField
        id={fieldId('bill.issuedOn')}
        label="开票日期"
        value={draft.billIssuedOn}
        to={today()}
        error={problems['bill.issuedOn']}
        onChange={billIssuedOn => change({ billIssuedOn })}
      />
      <TextField
        id={fieldId('bill.totalFen')}
        label="金额合计（元）"
        value={draft.billTotal}
        maxLength={16}
        error={problems['bill.totalFen']}
        onChange={billTotal => change({ billTotal })}
      />
      <Button kind="quiet" onPress={() => change({ withBill: false })}>
        不填了，由系统去查
      </Button>
    </Card>
  );
}
