import { useState } from 'react';
import { decideConsent, listConsents } from '@contract/consent';
import { savePayoutAccount } from '@contract/payouts';
import { checkBankAccount, plainAccount } from '@rules/bank-account';
import { call } from '@miniapp/platform/call';
import { replaceWith, routes } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';
import { useProblems } from '@miniapp/platform/use-problems';
import { fieldProblems } from '@miniapp/platform/words';
import { sayAccount } from './account-words';

const empty = { holderName: '', accountNumber: '', bankName: '', agreed: false };
type AccountDraft = typeof empty;

function problemsOf({ holderName, accountNumber, bankName, agreed }: AccountDraft): Record<string, string> {
  return {
    ...(holderName.trim() === '' && { holderName: '请填写户名。' }),
    ...(checkBankAccount(plainAccount(accountNumber)) !== undefined && {
      accountNumber: '银行卡号有误，请对照银行卡核对。',
    }),
    ...(bankName.trim().length < 4 && { bankName: '请填写开户银行，写到支行。' }),
    ...(!agreed && { agreed: '需要您同意用这个账户收款。' }),
  };
}

/** Consent first, in the wording that stands today, then the account. */
export function useAccountForm(claimId: string) {
  const [draft, setDraft] = useState<AccountDraft>(empty);
  const [agreeing, saving] = [useCommand(decideConsent), useCommand(savePayoutAccount)];
  const problems = useProblems();

  const refused = (answer: Parameters<typeof sayAccount>[0]) => {
    const fields = answer.code === 'NOT_THE_PAYER' ? { holderName: sayAccount(answer) } : fieldProblems(answer.details);
    problems.report(fields, Object.keys(fields).length > 0 ? undefined : sayAccount(answer));
  };
  return {
    ...{ draft, problems },
    busy: agreeing.busy || saving.busy,
    change: (some: Partial<AccountDraft>) => {
      problems.touch(...Object.keys(some));
      setDraft({ ...draft, ...some });
    },
    save: async () => {
      if (problems.report(problemsOf(draft))) return;
      const consents = await call(listConsents, {});
      if (!consents.ok) return refused(consents);
      const version = consents.value.items.find(({ purpose }) => purpose === 'bank_account')?.version ?? '';
      const agreed = await agreeing.run({ purpose: 'bank_account', version, granted: true });
      if (!agreed) return;
      if (!agreed.ok) return refused(agreed);
      const { holderName, accountNumber, bankName } = draft;
      const saved = await saving.run({
        ...{ claimId, holderName: holderName.trim(), bankName: bankName.trim() },
        accountNumber: plainAccount(accountNumber),
      });
      if (saved?.ok) await replaceWith(routes.claim({ claimId }));
      else if (saved) refused(saved);
    },
  };
}

export type AccountForm = ReturnType<typeof useAccountForm>;
