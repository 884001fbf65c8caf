import { useState } from 'react';
import { today } from '@miniapp/platform/chinese-date';
import { useProblems } from '@miniapp/platform/use-problems';
import { type BillDraft, noBill } from './claim-draft';
import { billOf, billProblems } from './claim-form';

interface MoreDraft extends BillDraft {
  readonly words: string;
}

const pathOf: Readonly<Record<keyof MoreDraft, string>> = {
  words: 'words',
  withBill: 'bill',
  billCode: 'bill.code',
  billNumber: 'bill.number',
  billCheckCode: 'bill.checkCode',
  billIssuedOn: 'bill.issuedOn',
  billTotal: 'bill.totalFen',
};

/** Words and perhaps a bill: what an appeal and an answer to a reviewer have in common. */
export function useMoreForm(shortest: number, tooShort: string) {
  const [draft, setDraft] = useState<MoreDraft>({ ...noBill, words: '' });
  const { summary, text, atFields, report, touch } = useProblems();
  const change = (part: Partial<MoreDraft>) => {
    setDraft(before => ({ ...before, ...part }));
    touch(...(Object.keys(part) as (keyof MoreDraft)[]).map(key => pathOf[key]));
  };
  /** What is to be sent; undefined while something is wrong. */
  const check = () => {
    const found = [
      ...(draft.words.trim().length < shortest ? [['words', tooShort] as const] : []),
      ...(draft.withBill ? billProblems(draft, today()) : []),
    ];
    const wrong = found.filter((entry): entry is [string, string] => entry[1] !== false);
    if (report(Object.fromEntries(wrong))) return undefined;
    return { words: draft.words.trim(), ...(draft.withBill ? { bill: billOf(draft) } : {}) };
  };
  return { draft, change, check, report, summary, text, problems: atFields };
}

export type MoreForm = ReturnType<typeof useMoreForm>;
