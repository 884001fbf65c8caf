import { today } from '@miniapp/platform/chinese-date';
import { fieldId } from '@miniapp/platform/show-field';
import { Card } from '@miniapp/ui/card';
import { DateField } from '@miniapp/ui/field-pick';
import { TextField } from '@miniapp/ui/field-text';
import { View } from '@tarojs/components';
import { type CrossForm } from '../use-cross-form';

/** Hospital and bill of another province, which no register here knows: read off the paper. */
export function CrossBill({ form: { draft, change, problems } }: { readonly form: CrossForm }) {
  return (
    <>
      <Card title="在哪家医院住院">
        <TextField
          id={fieldId('hospitalName')}
          label="医院全称"
          hint="照着票据上的写"
          value={draft.hospitalName}
          maxLength={60}
          error={problems.hospitalName}
          onChange={hospitalName => change({ hospitalName })}
        />
      </Card>
      <Card title="用血的票据">
        <View className="t-quiet">外省的票据这里查不到，请照着填，再把票据拍下来。</View>
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
        <DateField
          id={fieldId('bill.issuedOn')}
          label="开票日期"
          value={draft.billIssuedOn}
          to={today()}
          error={problems['bill.issuedOn']}
          onChange={billIssuedOn => change({ billIssuedOn })}
        />
        <TextField
          id={fieldId('bill.bloodFeeFen')}
          label="用血费用合计（元）"
          hint="只算血液的费用，例如红细胞、血浆、血小板，不是整张票据的金额"
          value={draft.bloodFee}
          maxLength={16}
          error={problems['bill.bloodFeeFen']}
          onChange={bloodFee => change({ bloodFee })}
        />
      </Card>
    </>
  );
}
