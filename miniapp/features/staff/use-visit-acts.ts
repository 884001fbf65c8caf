import { callVisit, moveVisit } from '@contract/visits';
import { type InputDraft } from '@contract/endpoint';
import { useState } from 'react';
import { type Command, useCommand } from '@miniapp/platform/use-command';
import { type StaffVisit } from './nurse-words';
import { type MoveName, sayDone } from './station-words';

interface Done {
  readonly words: string;
  /** As it is after the act: an undo starts from here. */
  readonly visit: StaffVisit;
}

type Refusal = Command<typeof callVisit>['refusal'] | Command<typeof moveVisit>['refusal'];
type Where = Pick<InputDraft<typeof moveVisit>, 'stage' | 'desk'>;

/** Everything done with one tap, what it did, and taking it back. */
export function useVisitActs(after: () => Promise<void>) {
  const calling = useCommand(callVisit);
  const moving = useCommand(moveVisit);
  const [done, setDone] = useState<Done | null>(null);
  const [refusal, setRefusal] = useState<Refusal>(null);

  const tell = async (
    move: MoveName | 'call',
    answer: Awaited<ReturnType<typeof calling.run | typeof moving.run>>,
  ): Promise<boolean> => {
    if (!answer) return false;
    setDone(answer.ok ? { words: sayDone(move, answer.value), visit: answer.value } : null);
    setRefusal(answer.ok ? null : answer);
    await after();
    return answer.ok;
  };
  const call = async (input: InputDraft<typeof callVisit>) => tell('call', await calling.run(input));
  const act = async ({ id, version }: StaffVisit, move: MoveName, where: Where = {}) =>
    tell(move, await moving.run({ visitId: id, version, move, ...where }));
  return { call, act, done, refusal, busy: calling.busy || moving.busy };
}

export type VisitActs = ReturnType<typeof useVisitActs>;
