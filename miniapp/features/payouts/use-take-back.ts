import { useState } from 'react';
import { claimMoneyBack, recordBillRefund } from '@contract/payout-checks';
import { readYuan, sayYuan } from '@miniapp/platform/money';
import { useCommand } from '@miniapp/platform/use-command';
import { useProblems } from '@miniapp/platform/use-problems';
import { fieldProblems } from '@miniapp/platform/words';
import { sayBack } from './words';

const emptyDraft = (today: string) => ({
  what: 'part' as 'part' | 'whole',
  claimNumber: '',
  billNumber: '',
  refundNumber: '',
  refundedOn: today,
  blood: '',
  total: '',
  reason: '',
});
type TakeBackDraft = ReturnType<typeof emptyDraft>;

/** What a person found out about a refund, or that the whole waiver falls. */
export function useTakeBack(today: string) {
  const [draft, setDraft] = useState(() => emptyDraft(today));
  const [told, setTold] = useState('');
  const [part, whole] = [useCommand(recordBillRefund), useCommand(claimMoneyBack)];
  const problems = useProblems();
  const claimNumber = draft.claimNumber.trim();

  const refused = (answer: Parameters<typeof sayBack>[0]) => {
    const fields = fieldProblems(answer.details);
    problems.report(fields, Object.keys(fields).length > 0 ? undefined : sayBack(answer));
  };
  const sendPart = async () => {
    const [bloodFen, totalFen] = [readYuan(draft.blood), readYuan(draft.total)];
    const wrong = problems.report({
      ...(claimNumber.length < 6 && { claimNumber: '请填写申请编号。' }),
      ...(draft.refundNumber.trim().length < 4 && { refundNumber: '请填写退费单号，至少 4 位。' }),
      ...(totalFen === null && { totalFen: '金额不正确，例如 300.00。' }),
      ...(bloodFen === null && { bloodFen: '金额不正确；没有退用血费用的，填 0。' }),
      ...(bloodFen !== null && totalFen !== null && bloodFen > totalFen && { bloodFen: '不能多于退费总额。' }),
    });
    if (wrong || bloodFen === null || totalFen === null) return;
    const answer = await part.run({
      ...{ claimNumber, refundNumber: draft.refundNumber.trim(), refundedOn: draft.refundedOn, bloodFen, totalFen },
      ...(draft.billNumber.trim() === '' ? {} : { billNumber: draft.billNumber.trim() }),
    });
    if (answer && !answer.ok) return refused(answer);
    if (answer)
      setTold(
        answer.value.waitsForBank
          ? '已登记。款项在银行，等银行回盘后自动收回。'
          : `收回 ${sayYuan(answer.value.givenBackFen)} 元，仍减免 ${sayYuan(answer.value.waivedFen)} 元。献血额度已经恢复，已通知申请人。`,
      );
  };
  const sendWhole = async () => {
    const wrong = problems.report({
      ...(claimNumber.length < 6 && { claimNumber: '请填写申请编号。' }),
      ...(draft.reason.trim().length < 4 && { reason: '请写明原因，至少 4 个字。' }),
    });
    if (wrong) return;
    const answer = await whole.run({ claimNumber, reason: draft.reason.trim() });
    if (answer && !answer.ok) return refused(answer);
    if (answer)
      setTold(
        answer.value.owedFen > 0
          ? `整笔撤回，应退回 ${sayYuan(answer.value.owedFen)} 元，已通知申请人。`
          : '整笔撤回，款还没有付出，不用退回。',
      );
  };
  return {
    ...{ draft, problems, told },
    busy: part.busy || whole.busy,
    change: (some: Partial<TakeBackDraft>) => {
      const fields: Readonly<Record<string, string>> = { blood: 'bloodFen', total: 'totalFen' };
      problems.touch(...Object.keys(some).map(name => fields[name] ?? name));
      setDraft({ ...draft, ...some });
    },
    send: () => (draft.what === 'part' ? sendPart() : sendWhole()),
  };
}
