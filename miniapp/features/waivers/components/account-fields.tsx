import { View } from '@tarojs/components';
import { fieldId } from '@miniapp/platform/show-field';
import { Card } from '@miniapp/ui/card';
import { CheckRow } from '@miniapp/ui/field-choice';
import { TextField } from '@miniapp/ui/field-text';
import { Notice } from '@miniapp/ui/notice';
import { bankNameOf, sayNumber } from '../account-form';
import { type AccountForm, type BankConsent } from '../use-account-form';

interface AccountFieldsProps {
  readonly form: AccountForm;
  readonly consent: BankConsent | undefined;
}

/** The three things of an account, checked while they are typed, and below them the consent of its own. */
export function AccountFields({ form, consent }: AccountFieldsProps) {
  const { draft, change, problems, asksConsent } = form;
  const readBack = sayNumber(draft.accountNumber);
  return (
    <>
      <Card title="收款账户">
        <TextField
          id={fieldId('holderName')}
          label="收款人姓名"
          hint="票据上的交款人，要和银行卡的户名一样"
          value={draft.holderName}
          maxLength={50}
          error={problems.holderName}
          onChange={holderName => change({ holderName })}
        />
        <TextField
          id={fieldId('accountNumber')}
          label="银行卡号"
          hint="借记卡（储蓄卡），正面的一长串数字；不要填信用卡"
          kind="number"
          value={draft.accountNumber}
          maxLength={30}
          error={problems.accountNumber}
          onChange={accountNumber => change({ accountNumber })}
        />
        {readBack && <View className="t-quiet">{readBack}</View>}
        <TextField
          id={fieldId('bankName')}
          label="开户银行"
          hint="常用的银行会按卡号填好；不对的请改，知道支行的可以写上"
          value={bankNameOf(draft)}
          maxLength={60}
          error={problems.bankName}
          onChange={bankName => change({ bankName })}
        />
      </Card>
      {asksConsent && consent && (
        <Card title="同意使用收款账户">
          <View>{consent.why}</View>
          {problems.consent && (
            <Notice tone="look" announce>
              {problems.consent}
            </Notice>
          )}
          <CheckRow
            id={fieldId('consent')}
            label="我同意"
            note="以后可以在“我的－隐私授权”里撤回"
            checked={draft.consent}
            onChange={agree => change({ consent: agree })}
          />
        </Card>
      )}
    </>
  );
}
