import { useState } from 'react';
import { type Eligibility } from '@rules/eligibility';
import { today } from '@miniapp/platform/chinese-date';
import { useProblems } from '@miniapp/platform/use-problems';
import { assessDraft, emptyDraft, problemsOf, steps, type Draft } from './draft';

/** The steps and the answer. State of this page only: never sent, never stored. */
export function useSelfCheck() {
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [at, setAt] = useState(0);
  const [result, setResult] = useState<Eligibility | null>(null);
  const problems = useProblems();
  const set = (part: Partial<Draft>) => {
    setDraft(before => ({ ...before, ...part }));
    problems.touch(...Object.keys(part));
  };
  const setEvent = (ruleId: string, on: string | undefined) => {
    setDraft(before => {
      const { [ruleId]: _before, ...others } = before.events;
      return { ...before, events: on === undefined ? others : { ...others, [ruleId]: on } };
    });
    problems.touch(ruleId);
  };
  const toggleIll = (ruleId: string) =>
    setDraft(before => ({
      ...before,
      ill: before.ill.includes(ruleId) ? before.ill.filter(other => other !== ruleId) : [...before.ill, ruleId],
    }));
  const step = steps[at] ?? 'person';
  const next = () => {
    if (problems.report(problemsOf(step, draft, today()))) return;
    if (at + 1 < steps.length) setAt(at + 1);
    else setResult(assessDraft(draft, today()));
  };
  const back = () => setAt(Math.max(0, at - 1));
  const again = () => {
    setDraft(emptyDraft);
    setResult(null);
    setAt(0);
  };
  return {
    ...{ draft, set, setEvent, toggleIll, step, at, count: steps.length, next, back, again, result },
    ...{ problems: problems.atFields, summary: problems.summary },
  };
}

export type SelfCheck = ReturnType<typeof useSelfCheck>;
