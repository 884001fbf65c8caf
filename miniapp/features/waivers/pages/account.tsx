import { View } from '@tarojs/components';
import { getPayout } from '@contract/payouts';
import { useParam } from '@miniapp/platform/routes';
import { fieldId } from '@miniapp/platform/show-field';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { Facts } from '@miniapp/ui/facts';
import { CheckRow } from '@miniapp/ui/field-choice';
import { TextField } from '@miniapp/ui/field-text';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { sayYuan } from '@miniapp/platform/money';
import { useQuery } from '@miniapp/platform/use-query';
import { type AccountForm, useAccountForm } from '../use-account-form';
import { sayAccount } from '../account-words';

definePageConfig({ navigationBarTitleText: '收款账户' });

export default function AccountPage() {
  const claimId = useParam('claimId');
  const payout = useQuery(getPayout, { claimId });
  const form = useAccountForm(claimId);
  const value = payout.kind === 'ready' ? payout.value : null;
  const canSave = value && value.state !== 'paying' && value.state !== 'paid';
  return (
    <Page
      title="收款账户"
      action={
        canSave && (
          <Button busy={form.busy} onPress={() => void form.save()}>
            {value.state === 'account_needed' ? '提交收款账户' : '更正收款账户'}
          </Button>
        )
      }
    >
      <ErrorSummary problems={form.problems.summary} text={form.problems.text} />
      <Loaded query={payout} say={sayAccount}>
        {({ state, problem, next, amountFen, account }) => (
          <>
            <Notice
              tone={state === 'account_wrong' ? 'look' : 'info'}
              title={problem ? `银行没有转成：${problem}` : undefined}
            >
              {next}
            </Notice>
            <Card title={`减免 ${sayYuan(amountFen)} 元`}>
              {account ? (
                <Facts
                  items={[
                    { label: '户名', value: account.holder },
                    { label: '账号', value: account.number },
                    { label: '银行', value: account.bankName },
                  ]}
                />
              ) : (
                <View>款项转到票据上交款人的银行卡。</View>
              )}
            </Card>
            {canSave && <AccountFields form={form} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function AccountFields({ form }: { readonly form: AccountForm }) {
  const { draft, change, problems } = form;
  return (
    <Card title="填写银行卡">
      <TextField
        id={fieldId('holderName')}
        label="户名"
        hint="票据上的交款人"
        value={draft.holderName}
        maxLength={50}
        error={problems.atFields.holderName}
        onChange={holderName => change({ holderName })}
      />
      <TextField
        id={fieldId('accountNumber')}
        label="银行卡号"
        kind="number"
        value={draft.accountNumber}
        maxLength={30}
        error={problems.atFields.accountNumber}
        onChange={accountNumber => change({ accountNumber })}
      />
      <TextField
        id={fieldId('bankName')}
        label="开户银行"
        hint="写到支行，例如：工商银行杭州武林支行"
        value={draft.bankName}
        maxLength={60}
        error={problems.atFields.bankName}
        onChange={bankName => change({ bankName })}
      />
      <View className="t-note t-quiet">
        银行卡号只用来转这笔款，加密保存，页面上只显示后四位。交给银行以前可以更改，也可以在“我的授权”里撤回同意。
      </View>
      {problems.atFields.agreed && (
        <Notice tone="look" announce>
          {problems.atFields.agreed}
        </Notice>
      )}
      <CheckRow
        id={fieldId('agreed')}
        label="我同意用这个账户收款"
        checked={draft.agreed}
        onChange={agreed => change({ agreed })}
      />
    </Card>
  );
}
