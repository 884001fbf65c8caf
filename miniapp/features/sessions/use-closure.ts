import { addClosure } from '@contract/sessions';
import { useState } from 'react';
import { useCommand } from '@miniapp/platform/use-command';
import { useProblems } from '@miniapp/platform/use-problems';
import { fieldProblems } from '@miniapp/platform/words';
import { say } from './words';

const empty = { siteId: '', from: '', to: '', reason: '' };
type ClosureDraft = typeof empty;

/** Write, then see how many donors it concerns, then done. */
export function useClosure(onDone: () => Promise<void>) {
  const command = useCommand(addClosure);
  const problems = useProblems();
  const [draft, setDraft] = useState<ClosureDraft>(empty);
  const [donors, setDonors] = useState<number | null>(null);
  const [told, setTold] = useState<number | null>(null);
  const change = (part: Partial<ClosureDraft>) => {
    setDraft(before => ({ ...before, ...part }));
    problems.touch(...Object.keys(part));
  };
  const send = async (tellDonors: boolean) => {
    const to = draft.to || draft.from;
    const missing = {
      ...(draft.siteId === '' && { siteId: '请选择献血点。' }),
      ...(draft.from === '' && { from: '请选择日期。' }),
      ...(to < draft.from && { to: '结束日期要不早于开始日期。' }),
      ...(draft.reason.trim().length < 2 && { reason: '请写明原因，献血者会看到。' }),
    };
    if (problems.report(missing)) return;
    const answer = await command.run({ ...draft, to, tellDonors });
    if (!answer) return;
    if (answer.ok) {
      setDonors(null);
      setTold(answer.value.donorsTold);
      setDraft(empty);
      return onDone();
    }
    if (answer.code === 'DONORS_BOOKED')
      return setDonors(typeof answer.details.donors === 'number' ? answer.details.donors : 0);
    setDonors(null);
    problems.report(fieldProblems(answer.details), say(answer));
  };
  return { draft, change, send, donors, write: () => setDonors(null), told, problems, busy: command.busy };
}
