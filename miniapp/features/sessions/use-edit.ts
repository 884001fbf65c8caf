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
  /** Times with fewer places than bookings: the last to book get other times. */
  readonly over: number;
}

/** What has been agreed to so far; each later question keeps the answers before it. */
interface Agreed {
  readonly tellDonors?: boolean;
  readonly moveDonors?: boolean;
}

const count = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** Write, then see whom it concerns when it concerns somebody, then done. */
export function useEdit({ session }: Output<typeof getSession>) {
  const command = useCommand(changeSession);
  const problems = useProblems();
  const [draft, setDraft] = useState(() => toDraft(session.plan));
  const [effect, setEffect] = useState<Effect | null>(null);
  const [done, setDone] = useState(false);
  const [agreed, setAgreed] = useState<Agreed>({});
  const [asks, setAsks] = useState<Agreed>({});
  const write = () => {
    setEffect(null);
    setAgreed({});
  };
  const change = (part: Partial<PlanDraft>, ...fields: string[]) => {
    setDraft(before => ({ ...before, ...part }));
    problems.touch(...fields);
  };
  const send = async (more: Agreed = {}) => {
    const { plan, problems: found } = readDraft(draft);
    if (problems.report(found)) return;
    const now = { ...agreed, ...more };
    const answer = await command.run({ sessionId: session.id, version: session.version, plan, ...now });
    if (!answer) return;
    if (answer.ok) return setDone(true);
    const { donors, cancelled, moved } = answer.details;
    const few = answer.code === 'PLACES_BOOKED' && now.moveDonors !== true && count(donors) > 0;
    if (answer.code === 'DONORS_BOOKED' || few) {
      setAgreed(now);
      setAsks(few ? { moveDonors: true } : { tellDonors: true });
      return setEffect({
        ...{ donors: count(donors), cancelled: count(cancelled), moved: count(moved) },
        over: few ? count(donors) : 0,
      });
    }
    write();
    problems.report(fieldProblems(answer.details), say(answer));
  };
  return { draft, change, send, agree: () => send(asks), effect, write, done, problems, busy: command.busy };
}

export type Edit = ReturnType<typeof useEdit>;
