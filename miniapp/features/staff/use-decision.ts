import { useState } from 'react';
import { decideClaim } from '@contract/waivers';
import { type Output } from '@contract/endpoint';
import { useCommand } from '@miniapp/platform/use-command';
import { fieldProblems } from '@miniapp/platform/words';
import { say } from './review-words';

export type Choice = 'approve' | 'refuse';
type Claim = Output<typeof decideClaim>;

const shortest = 4;

/** A choice and its reason, looked at once more, then sent. */
export function useDecision(claimId: string) {
  const [choice, setChoice] = useState<Choice | null>(null);
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [stage, setStage] = useState<'write' | 'confirm'>('write');
  const [decided, setDecided] = useState<Claim | null>(null);
  const { run, busy, refusal } = useCommand(decideClaim);

  const look = () => {
    const found: Record<string, string> = {};
    if (choice === null) found.approve = '请选择同意还是退回。';
    if (reason.trim().length < shortest) found.reason = `请写明理由，至少 ${shortest} 个字，申请人会看到。`;
    setProblems(found);
    if (Object.keys(found).length === 0) setStage('confirm');
  };

  const send = async () => {
    const answer = await run({ claimId, approve: choice === 'approve', reason: reason.trim() });
    if (answer?.ok) setDecided(answer.value);
    else if (answer?.code === 'INVALID_INPUT') {
      setProblems(fieldProblems(answer.details));
      setStage('write');
    }
  };

  return {
    choice,
    reason,
    problems,
    stage,
    decided,
    busy,
    refusal: refusal ? say(refusal) : undefined,
    setChoice,
    setReason,
    look,
    send,
    write: () => setStage('write'),
  };
}

export type Decision = ReturnType<typeof useDecision>;
