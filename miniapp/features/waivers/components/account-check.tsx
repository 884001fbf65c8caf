import { plainAccount } from '@rules/bank-account';
import { sayYuan } from '@miniapp/platform/money';
import { Confirm } from '@miniapp/ui/confirm';
import { Notice } from '@miniapp/ui/notice';
import { bankNameOf } from '../account-form';
import { type Payout } from '../payout-words';
import { type AccountForm } from '../use-account-form';
import { useReadFromTop } from '../use-read-from-top';

interface AccountCheckProps {
  readonly form: AccountForm;
  readonly payout: Payout;
}

/** The whole number once more before it is kept; afterwards nobody sees it here again. */
export function AccountCheck({ form, payout }: AccountCheckProps) {
  const { draft } = form;
  useReadFromTop();
  return (
    <Confirm
      title="保存前看一遍"
      facts={[
        { label: '收款人', value: draft.holderName.trim() },
        { label: '银行卡号', value: plainAccount(draft.accountNumber).replace(/(\d{4})(?=\d)/g, '$1 ') },
        { label: '开户银行', value: bankNameOf(draft).trim() },
        { label: '金额', value: `${sayYuan(payout.amountFen)} 元` },
      ]}
      refusal={form.text}
      busy={form.busy}
      confirmLabel="保存收款账户"
      onConfirm={() => void form.submit()}
      onBack={form.back}
    >
      <Notice tone="info" title="保存以后">
        {payout.account
          ? '以后面填的账户为准，原来的账户不再使用，10 个工作日从今天重新算起。'
          : '10 个工作日内转账。交给银行以前，可以随时更改。'}
        卡号加密保存，页面上只显示后四位。
      </Notice>
    </Confirm>
  );
}
