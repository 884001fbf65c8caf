import { useState } from 'react';
import { goBack, replaceWith, routes } from '@miniapp/platform/routes';
import { type Answer, answerOf, type Question, type Questionnaire, resumeAt, withAnswer } from './answers';
import { useDraft } from './use-draft';

export interface Asking {
  readonly question: Question | undefined;
  readonly given: Answer | undefined;
  readonly at: number;
  readonly count: number;
  readonly saving: ReturnType<typeof useDraft>['saving'];
  readonly reply: (answer: Answer) => Promise<void>;
  readonly saveAgain: () => Promise<void>;
  readonly previous: (() => void) | null;
}

/** Walks through the questions; with `only`, the one that somebody came back to change. */
export function useQuestions(
  appointmentId: string,
  { version, questions, draft }: Questionnaire,
  only: string,
): Asking {
  const [answers, setAnswers] = useState<readonly Answer[]>(draft);
  const [at, setAt] = useState(() => {
    const chosen = questions.findIndex(({ id }) => id === only);
    return chosen < 0 ? Math.min(resumeAt(questions, draft), questions.length - 1) : chosen;
  });
  const { save, saving } = useDraft(appointmentId, version);
  const question = questions[at];

  const leave = () => (only ? goBack() : replaceWith(routes.reviewAnswers({ appointmentId })));
  const reply = async (answer: Answer) => {
    const next = withAnswer(answers, answer);
    setAnswers(next);
    const saved = save(next);
    if (!only && at + 1 < questions.length) setAt(at + 1);
    // The next page reads what the server has.
    else if (await saved) await leave();
  };
  const saveAgain = async () => {
    const saved = await save(answers);
    if (saved && (only || resumeAt(questions, answers) === questions.length)) await leave();
  };
  return {
    question,
    given: question && answerOf(answers, question.id),
    at,
    count: questions.length,
    saving,
    reply,
    saveAgain,
    previous: at > 0 && !only ? () => setAt(at - 1) : null,
  };
}
