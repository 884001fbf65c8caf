import { recordVitals } from '@contract/visits';
import { useState } from 'react';
import { today } from '@miniapp/platform/chinese-date';
import { useCommand } from '@miniapp/platform/use-command';
import { fieldProblems } from '@miniapp/platform/words';
import { type StaffVisit } from './nurse-words';
import { marksOf, problemsOf, type VitalsFinding, type VitalsForm, vitalsOf } from './vitals-form';

interface Judged {
  readonly visit: StaffVisit;
  readonly findings: readonly VitalsFinding[];
}
const none: Readonly<Record<string, string>> = {};

/** What was measured, marked while it is typed, and what the server said to it. */
export function useVitals(first: StaffVisit) {
  const command = useCommand(recordVitals);
  const [form, setForm] = useState<VitalsForm>({});
  const [summary, setSummary] = useState<Readonly<Record<string, string>> | null>(null);
  const [judged, setJudged] = useState<Judged | null>(null);
  const [reason, setReason] = useState('');
  const visit = judged?.visit ?? first;
  const problems = problemsOf(form, visit);
  const change = (part: Partial<VitalsForm>) => {
    setForm(before => ({ ...before, ...part }));
    setJudged(before => before && { ...before, findings: [] });
  };
  const send = async (override?: { ruleIds: string[]; reason: string }) => {
    setSummary(problems);
    if (Object.keys(problems).length > 0) return;
    const answer = await command.run({
      visitId: visit.id,
      version: visit.version,
      ...vitalsOf(form, visit),
      ...(override && { override }),
    });
    if (answer?.ok) setJudged(answer.value);
    else if (answer) setSummary(fieldProblems(answer.details));
  };
  const standing = judged?.findings.filter(({ overridden }) => !overridden) ?? [];
  const mayOverride = standing.length > 0 && standing.every(finding => finding.mayOverride);
  return {
    ...{ form, change, visit, judged, standing, mayOverride, reason, setReason },
    marks: marksOf(form, visit, today()),
    problems: summary ? problems : none,
    summary: summary ?? none,
    record: () => send(),
    override: () => send({ ruleIds: [...new Set(standing.map(({ ruleId }) => ruleId))], reason: reason.trim() }),
    ...{ busy: command.busy, refusal: command.refusal },
  };
}

export type Vitals = ReturnType<typeof useVitals>;
