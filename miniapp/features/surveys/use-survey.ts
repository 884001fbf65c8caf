import { useState } from 'react';
import { answerSurvey } from '@contract/surveys';
import { type Output } from '@contract/endpoint';
import { useCommand } from '@miniapp/platform/use-command';
import { type Reason, say, type scores } from './words';

export type Score = (typeof scores)[number]['value'];

/** One page: how it was, perhaps why, perhaps in words. */
export function useSurvey(surveyId: string | undefined) {
  const command = useCommand(answerSurvey);
  const [score, setScore] = useState<Score | null>(null);
  const [reasons, setReasons] = useState<readonly Reason[]>([]);
  const [words, setWords] = useState('');
  const [missing, setMissing] = useState(false);
  const [done, setDone] = useState<Output<typeof answerSurvey> | null>(null);

  const toggle = (reason: Reason, on: boolean) =>
    setReasons(before => (on ? [...before, reason] : before.filter(one => one !== reason)));
  const send = async () => {
    setMissing(score === null);
    if (score === null || surveyId === undefined) return;
    const answer = await command.run({ surveyId, score: Number(score), reasons: [...reasons], words });
    if (answer?.ok) setDone(answer.value);
  };
  return {
    ...{ score, setScore, reasons, toggle, words, setWords, missing, done, send, busy: command.busy },
    refused: command.refusal ? say(command.refusal) : undefined,
  };
}
