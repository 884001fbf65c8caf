import { useState } from 'react';
import { reportReaction } from '@contract/surveys';
import { type Output } from '@contract/endpoint';
import { today } from '@miniapp/platform/chinese-date';
import { useCommand } from '@miniapp/platform/use-command';
import { useProblems } from '@miniapp/platform/use-problems';
import { fieldProblems } from '@miniapp/platform/words';
import { say, type Severity, type Symptom } from './words';

/** The form of a reaction: what, how strong, since when. */
export function useReport(donationId: string | undefined) {
  const command = useCommand(reportReaction);
  const { summary, text, atFields, report, touch } = useProblems();
  const [symptoms, setSymptoms] = useState<readonly Symptom[]>([]);
  const [severity, setSeverity] = useState<Severity | null>(null);
  const [startedOn, setStartedOn] = useState<string>(today());
  const [words, setWords] = useState('');
  const [done, setDone] = useState<Output<typeof reportReaction> | null>(null);

  const toggle = (symptom: Symptom, on: boolean) => {
    touch('symptoms');
    setSymptoms(before => (on ? [...before, symptom] : before.filter(one => one !== symptom)));
  };

  const send = async () => {
    const wrong = report({
      ...(symptoms.length === 0 && { symptoms: '请至少选一项。' }),
      ...(severity === null && { severity: '请选择不适的程度。' }),
    });
    if (wrong || severity === null || donationId === undefined) return;
    const answer = await command.run({ donationId, symptoms: [...symptoms], severity, startedOn, words });
    if (answer?.ok) setDone(answer.value);
    else if (answer) {
      const fields = fieldProblems(answer.details);
      const since = fields.startedOn !== undefined && { startedOn: '开始的日子应在献血当天到今天之间。' };
      report({ ...fields, ...since }, Object.keys(fields).length > 0 ? undefined : say(answer));
    }
  };
  return {
    ...{ symptoms, toggle, severity, startedOn, words, setWords, done, busy: command.busy, send },
    ...{ summary, text, atFields },
    setSeverity: (next: Severity) => {
      touch('severity');
      setSeverity(next);
    },
    setStartedOn: (next: string) => {
      touch('startedOn');
      setStartedOn(next);
    },
  };
}
