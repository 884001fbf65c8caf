import { useState } from 'react';
import { closeCase, takeCase } from '@contract/cases';
import { noteBookDifference } from '@contract/payout-checks';
import { useCommand } from '@miniapp/platform/use-command';
import { useProblems } from '@miniapp/platform/use-problems';
import { type Difference } from './use-books';
import { sayBooks } from './words';

/** Take a difference in hand, write down what was found out, close it with a reason. */
export function useDifference(reload: () => Promise<void>) {
  const [taking, closing, noting] = [useCommand(takeCase), useCommand(closeCase), useCommand(noteBookDifference)];
  const problems = useProblems();
  const [note, setNote] = useState('');
  const [outcome, setOutcome] = useState('');

  const after = async (answer: { ok: true } | (Parameters<typeof sayBooks>[0] & { ok: false }) | null) => {
    if (!answer) return false;
    problems.report({}, answer.ok ? undefined : sayBooks(answer));
    await reload();
    return answer.ok;
  };
  return {
    ...{ problems, note, outcome },
    busy: taking.busy || closing.busy || noting.busy,
    setNote: (text: string) => {
      problems.touch('text');
      setNote(text);
    },
    setOutcome: (text: string) => {
      problems.touch('outcome');
      setOutcome(text);
    },
    take: async ({ caseId, work: { version } }: Difference) => after(await taking.run({ caseId, version })),
    close: async ({ caseId, work: { version } }: Difference) => {
      if (problems.report({ ...(outcome.trim().length < 2 && { outcome: '请写明原因和结果。' }) })) return;
      await after(await closing.run({ caseId, version, outcome: outcome.trim() }));
    },
    add: async (differenceId: string) => {
      if (problems.report({ ...(note.trim().length < 2 && { text: '请写至少 2 个字。' }) })) return;
      if (await after(await noting.run({ differenceId, text: note.trim() }))) setNote('');
    },
  };
}

export type DifferenceWork = ReturnType<typeof useDifference>;
