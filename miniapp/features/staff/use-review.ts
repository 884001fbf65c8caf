import { useState } from 'react';
import { confirmDecision, decideClaim, recordDonorAnswer, returnReview, takeReview } from '@contract/waiver-review';
import { goBack } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';
import { useProblems } from '@miniapp/platform/use-problems';
import { fieldProblems } from '@miniapp/platform/words';
import { type ReviewFile, type ReviewForm, commandOf, emptyForm, problemsOf } from './review-form';
import { say } from './review-words';

export type Done = 'approved' | 'refused' | 'asked' | 'proposed' | 'returned' | 'checking';

const shortestNote = 2;

/** Taking a claim, the decision in writing, looked at once more, and sent; or the second reviewer's yes or no. */
export function useReview(claimId: string, reload: () => Promise<void>) {
  const [form, setForm] = useState<ReviewForm>(emptyForm);
  const [note, setNote] = useState('');
  const [stage, setStage] = useState<'write' | 'confirm' | 'second-yes' | 'second-no'>('write');
  const [done, setDone] = useState<Done | null>(null);
  const { summary, text, atFields, report, touch } = useProblems();
  const take = useCommand(takeReview);
  const giveBack = useCommand(returnReview);
  const decide = useCommand(decideClaim);
  const second = useCommand(confirmDecision);
  const donor = useCommand(recordDonorAnswer);

  const change = (part: Partial<ReviewForm>, ...fields: readonly string[]) => {
    setForm(before => ({ ...before, ...part }));
    touch(...fields);
  };
  const look = (file: ReviewFile) => {
    if (!report(problemsOf(form, file))) setStage('confirm');
  };
  const lookSecond = (yes: boolean) => {
    const isShort = note.trim().length < shortestNote;
    if (!report(isShort ? { note: '请写明复核意见。' } : {})) setStage(yes ? 'second-yes' : 'second-no');
  };

  const acceptTake = async () => {
    const answer = await take.run({ claimId });
    if (answer && !answer.ok) report({}, say(answer));
    await reload();
  };
  const putBack = async () => {
    const answer = await giveBack.run({ claimId });
    if (answer) await goBack();
  };
  const send = async (file: ReviewFile) => {
    if (form.outcome === 'donor') {
      const how = form.how ?? 'phone';
      const answer = await donor.run({ claimId, agreed: form.donorSaid === 'agreed', how });
      if (answer?.ok) setDone(form.donorSaid === 'agreed' ? 'checking' : 'refused');
      return;
    }
    const command = commandOf(form, file);
    const answer = command && (await decide.run(command));
    if (answer?.ok) setDone(answer.value.result);
    else if (answer?.code === 'INVALID_INPUT') {
      report(fieldProblems(answer.details));
      setStage('write');
    }
  };
  const sendSecond = async () => {
    const answer = await second.run({ claimId, confirm: stage === 'second-yes', note: note.trim() });
    if (answer?.ok) setDone(answer.value.result);
  };
  const refusal = decide.refusal ?? second.refusal ?? donor.refusal;
  return {
    ...{ form, change, note, stage, done, look, lookSecond, acceptTake, putBack, send, sendSecond },
    ...{ summary, text, problems: atFields },
    setNote: (words: string) => {
      setNote(words);
      touch('note');
    },
    write: () => setStage('write'),
    busy: take.busy || giveBack.busy || decide.busy || second.busy || donor.busy,
    refusal: refusal ? say(refusal) : undefined,
  };
}

export type Review = ReturnType<typeof useReview>;
