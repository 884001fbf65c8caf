import { useState } from 'react';
import { suspendPrivilege } from '@contract/privileges';
import { useCommand } from '@miniapp/platform/use-command';
import { fieldProblems } from '@miniapp/platform/words';
import { say } from './operations-words';

export interface SuspensionDraft {
  readonly certificateNumber: string;
  readonly to: 'suspended' | 'restored' | null;
  readonly reason: string;
}

const empty: SuspensionDraft = { certificateNumber: '', to: null, reason: '' };
const shortest = 4;

function problemsOf({ certificateNumber, to, reason }: SuspensionDraft): Record<string, string> {
  return {
    ...(certificateNumber.trim().length < shortest ? { certificateNumber: '请填写献血者的证书编号。' } : {}),
    ...(to === null ? { suspended: '请选择暂停还是恢复。' } : {}),
    ...(reason.trim().length < shortest ? { reason: `请写明原因，至少 ${shortest} 个字。` } : {}),
  };
}

/** Fill in, look once more, done. */
export function useSuspension() {
  const [draft, setDraft] = useState(empty);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [stage, setStage] = useState<'write' | 'confirm' | 'done'>('write');
  const { run, busy, refusal } = useCommand(suspendPrivilege);

  const look = () => {
    const found = problemsOf(draft);
    setProblems(found);
    if (Object.keys(found).length === 0) setStage('confirm');
  };

  const send = async () => {
    const answer = await run({
      certificateNumber: draft.certificateNumber.trim(),
      suspended: draft.to === 'suspended',
      reason: draft.reason.trim(),
    });
    if (answer?.ok) setStage('done');
    else if (answer?.code === 'NOT_FOUND' || answer?.code === 'INVALID_INPUT') {
      setProblems(answer.code === 'NOT_FOUND' ? { certificateNumber: say(answer) } : fieldProblems(answer.details));
      setStage('write');
    }
  };

  return {
    draft,
    problems,
    stage,
    busy,
    refusal: refusal ? say(refusal) : undefined,
    change: (part: Partial<SuspensionDraft>) => setDraft(before => ({ ...before, ...part })),
    look,
    send,
    write: () => setStage('write'),
    again: () => {
      setDraft(empty);
      setStage('write');
    },
  };
}

export type Suspension = ReturnType<typeof useSuspension>;
