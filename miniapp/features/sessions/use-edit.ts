import { changeSession, type getSession } from '@contract/sessions';
import { type Output } from '@contract/endpoint';
import { useState } from 'react';
import { useCommand } from '@miniapp/platform/use-command';
import { useProblems } from '@miniapp/platform/use-problems';
import { fieldProblems } from '@miniapp/platform/words';
import { type PlanDraft, readDraft, toDraft } from './plan-draft';
import { say } from './words';

export interface Effect {
  readonly donors: number;
  readonly cancelled: number;
  readonly moved: number;
}

const count = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** Write, then see whom it concerns when it concerns somebody, then done. */
export function useEdit({ session }: Output<typeof getSession>) {
  const command = useCommand(changeSession);
  const problems = useProblems();
  const [draft, setDraft] = useState(() => toDraft(session.plan));
  const [effect, setEffect] = useState<Effect | null>(null);
  const [done, setDone] = useState(false);
  const change = (part: Partial<PlanDraft>, ...fields: string[]) => {
    setDraft(before => ({ ...before, ...part }));
    problems.touch(...fields);
  };
  const send = async (tellDonors: boolean) => {
    const { plan, problems: found } = readDraft(draft);
    if (problems.report(found)) return;
    const answer = await command.run({ sessionId: session.id, version: session.version, plan, tellDonors });
    if (!answer) return;
    if (answer.ok) return setDone(true);
    if (answer.code === 'DONORS_BOOKED') {
      const { donors, cancelled, moved } = answer.details;
      return setEffect({ donors: count(donors), cancelled: count(cancelled), moved: count(moved) });
    }
    setEffect(null);
    problems.report(fieldProblems(answer.details), say(answer));
  };
  return { draft, change, send, effect, write: () => setEffect(null), done, problems, busy: command.busy };
}

export type Edit = ReturnType<typeof useEdit>;
