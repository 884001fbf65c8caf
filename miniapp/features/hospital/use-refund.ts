import { useState } from 'react';
import { reportRefund } from '@contract/bill-refunds';
import { type Output } from '@contract/endpoint';
import { useCommand } from '@miniapp/platform/use-command';
import { useProblems } from '@miniapp/platform/use-problems';
import { fieldProblems } from '@miniapp/platform/words';
import {
  codeForm,
  emptyLine,
  type Found,
  lineInput,
  lineProblems,
  type LineDraft,
  numberForm,
  sentencesOf,
} from './settle-form';
import { say } from './words';

interface RefundDraft {
  readonly billCode: string;
  readonly billNumber: string;
  readonly refundNumber: string;
  readonly refundedOn: string;
  readonly lines: readonly LineDraft[];
}

const problemsOf = ({ billCode, billNumber, refundNumber, lines }: RefundDraft) =>
  sentencesOf([
    ['billCode', !codeForm.test(billCode.trim()) && '票据代码应为 8 到 20 位数字或大写字母。'],
    ['billNumber', !numberForm.test(billNumber.trim()) && '票据号码应为 8 到 32 位数字或大写字母。'],
    ['refundNumber', refundNumber.trim().length < 4 && '请填写退费单号，至少 4 位。'],
    ...lines.flatMap((line, at): Found[] => lineProblems(line, at)),
  ]);

/** A part of a bill that this hospital has paid back. */
export function useRefund(today: string) {
  const [draft, setDraft] = useState<RefundDraft>({
    ...{ billCode: '', billNumber: '', refundNumber: '', refundedOn: today, lines: [emptyLine] },
  });
  const [told, setTold] = useState<Output<typeof reportRefund> | null>(null);
  const command = useCommand(reportRefund);
  const problems = useProblems();
  return {
    ...{ draft, told, problems: problems.atFields, summary: problems.summary, text: problems.text, busy: command.busy },
    change: (some: Partial<RefundDraft>) => {
      const left = problemsOf({ ...draft, ...some });
      problems.touch(...Object.keys(problems.summary).filter(field => !(field in left)));
      setDraft({ ...draft, ...some });
    },
    send: async () => {
      if (problems.report(problemsOf(draft))) return;
      const { billCode, billNumber, refundNumber, refundedOn, lines } = draft;
      const answer = await command.run({
        ...{ billCode: billCode.trim(), billNumber: billNumber.trim(), refundNumber: refundNumber.trim(), refundedOn },
        lines: lines.map(lineInput),
      });
      if (answer?.ok) return setTold(answer.value);
      if (!answer) return;
      const fields =
        answer.code === 'REFERENCE_MISMATCH' ? { refundNumber: say(answer) } : fieldProblems(answer.details);
      problems.report(fields, Object.keys(fields).length > 0 ? undefined : say(answer));
    },
  };
}
