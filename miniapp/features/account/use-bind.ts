import { useState } from 'react';
import { bindIdentity } from '@contract/certificates';
import { startSession, useSession } from '@miniapp/platform/session';
import { useCommand } from '@miniapp/platform/use-command';
import { type BindDraft, dropDraft, inputOf, keepDraft, problemsOf, readDraft } from './bind-draft';

const noProblems: Readonly<Record<string, string>> = {};

export function useBind() {
  const session = useSession();
  const [draft, setDraft] = useState(readDraft);
  const [problems, setProblems] = useState(noProblems);
  const [boundName, setBoundName] = useState<string | null>(null);
  const command = useCommand(bindIdentity);

  const change = (part: Partial<BindDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    keepDraft(next);
  };

  const submit = async () => {
    const found = problemsOf(draft);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const answer = await command.run(inputOf(draft));
    if (!answer?.ok) return;
    dropDraft();
    setBoundName(answer.value.person?.maskedName ?? '');
    // The session goes on with the same tokens; the server reads the new role from its row.
    if (session) startSession({ ...session, role: answer.value.role });
  };

  return { draft, change, problems, command, submit, boundName };
}
