import { useState } from 'react';
import { decideConsent } from '@contract/consent';
import { type listConsents } from '@contract/consent';
import { type Output } from '@contract/endpoint';
import { savePayoutAccount } from '@contract/payouts';
import { plainAccount } from '@rules/bank-account';
import { useCommand } from '@miniapp/platform/use-command';
import { useProblems } from '@miniapp/platform/use-problems';
import { fieldProblems } from '@miniapp/platform/words';
import { type AccountDraft, accountProblems, bankNameOf, emptyAccount, numberProblem } from './account-form';
import { sayPayout } from './payout-words';

export type BankConsent = Output<typeof listConsents>['items'][number];

/** From an empty form, over a look at what will be kept, to an account; the consent is given on the way where it is missing. */
export function useAccountForm(claimId: string, consent: BankConsent | undefined, saved: () => Promise<void>) {
  const [draft, setDraft] = useState<AccountDraft>(emptyAccount);
  const [stage, setStage] = useState<'form' | 'check'>('form');
  const [agreed, setAgreed] = useState(false);
  const wrong = useProblems();
  const decide = useCommand(decideConsent);
  const save = useCommand(savePayoutAccount);
  const asksConsent = consent !== undefined && !consent.granted && !agreed;

  const fail = (refusal: Parameters<typeof sayPayout>[0]) => {
    const problems =
      refusal.code === 'NOT_THE_PAYER' ? { holderName: sayPayout(refusal) } : fieldProblems(refusal.details);
    wrong.report(problems, refusal.code === 'NOT_THE_PAYER' ? undefined : sayPayout(refusal));
    if (Object.keys(problems).length > 0) setStage('form');
  };
  const submit = async () => {
    wrong.report({});
    if (asksConsent) {
      const { purpose, version } = consent;
      const given = await decide.run({ purpose, version, granted: true });
      if (!given) return;
      if (!given.ok) {
        fail(given);
        return;
      }
      setAgreed(true);
    }
    const { holderName, accountNumber } = draft;
    const answer = await save.run({
      claimId,
      holderName: holderName.trim(),
      accountNumber: plainAccount(accountNumber),
      bankName: bankNameOf(draft).trim(),
    });
    if (!answer) return;
    if (!answer.ok) {
      fail(answer);
      return;
    }
    // The number stays nowhere on this device.
    setDraft(emptyAccount);
    setStage('form');
    await saved();
  };

  return {
    draft,
    stage,
    asksConsent,
    change: (part: Partial<AccountDraft>) => {
      setDraft(before => ({ ...before, ...part }));
      wrong.touch(...Object.keys(part));
    },
    problems: {
      ...wrong.atFields,
      // Said while it is typed, before anybody presses anything.
      ...(wrong.atFields.accountNumber === undefined && { accountNumber: numberProblem(draft.accountNumber, false) }),
    } as Readonly<Record<string, string | undefined>>,
    summary: wrong.summary,
    text: wrong.text,
    busy: decide.busy || save.busy,
    look: () => {
      if (!wrong.report(accountProblems(draft, asksConsent))) setStage('check');
    },
    back: () => {
      wrong.report({});
      setStage('form');
    },
    submit,
  };
}

export type AccountForm = ReturnType<typeof useAccountForm>;
