import { useState } from 'react';
import { openAssist, registerAtCounter } from '@contract/assist';
import { startHelping } from '@miniapp/platform/helping';
import { replaceWith, routes } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';
import { fieldProblems } from '@miniapp/platform/words';
import { type CounterDraft, emptyDraft, openInput, problemsOf, registerInput } from './helper-form';

const none: Readonly<Record<string, string>> = {};

/** Finds the donor by the whole document; who is not in the register is put into it first. */
export function useCounter() {
  const [draft, setDraft] = useState(emptyDraft);
  const [registering, setRegistering] = useState(false);
  const [found, setFound] = useState(none);
  /** The refusal that led to the registration says nothing any more. */
  const [answered, setAnswered] = useState<unknown>(undefined);
  const open = useCommand(openAssist);
  const register = useCommand(registerAtCounter);
  const latest = (registering ? register.refusal : null) ?? open.refusal;
  const refusal = Object.keys(found).length > 0 || (latest !== null && latest === answered) ? null : latest;

  const change = (part: Partial<CounterDraft>) => {
    setDraft(before => ({ ...before, ...part }));
    setFound(none);
  };

  const submit = async () => {
    const problems = problemsOf(draft, registering);
    setFound(problems);
    if (Object.keys(problems).length > 0) return;
    if (registering && !(await register.run(registerInput(draft)))?.ok) return;
    const answer = await open.run(openInput(draft));
    if (!answer?.ok) return;
    // Nothing of the donor stays in the form for the next one.
    setDraft(emptyDraft);
    setRegistering(false);
    startHelping('staff', answer.value);
    await replaceWith(routes.helpDesk());
  };

  return {
    draft,
    change,
    registering,
    toRegister: () => {
      setAnswered(open.refusal);
      setRegistering(true);
    },
    problems: refusal ? fieldProblems(refusal.details) : found,
    refusal,
    busy: open.busy || register.busy,
    submit,
  };
}
