import { View } from '@tarojs/components';
import { fieldId } from '@miniapp/platform/show-field';
import { Card } from '@miniapp/ui/card';
import { TextField } from '@miniapp/ui/field-text';
import { type SettlementWork } from '../use-settlement';
import './bill-fields.scss';

/** The bill as it stands on paper, when it was not found. */
export function BillFields({ work: { draft, problems, change } }: { readonly work: SettlementWork }) {
  return (
    <Card title="票据">
      <TextField
        id={fieldId('hospitalReference')}
        label="本院结算单号"
        hint="撤回时凭这个单号，同一单号只算一笔"
        value={draft.hospitalReference}
        maxLength={64}
        error={problems.hospitalReference}
        onChange={hospitalReference => change({ hospitalReference })}
      />
      <View className="bill-pair">
        <TextField
          id={fieldId('billCode')}
          label="票据代码"
          value={draft.billCode}
          maxLength={20}
          error={problems.billCode}
          onChange={billCode => change({ billCode: billCode.toUpperCase() })}
        />
        <TextField
          id={fieldId('billNumber')}
          label="票据号码"
          value={draft.billNumber}
          maxLength={32}
          error={problems.billNumber}
          onChange={billNumber => change({ billNumber: billNumber.toUpperCase() })}
        />
      </View>
    </Card>
  );
}
