import { useState } from 'react';
import { goBack, replaceWith, routes } from '@miniapp/platform/routes';
import { type Answer, type Questionnaire, withPage } from './answers';
import { resumeAt, type Screen, screensOf } from './screens';
import { useDraft } from './use-draft';

export interface Asking {
  readonly screen: Screen | undefined;
  readonly answers: readonly Answer[];
  readonly at: number;
  readonly count: number;
  readonly saving: ReturnType<typeof useDraft>['saving'];
  readonly reply: (page: readonly Answer[]) => Promise<void>;
  /** One of the group holds: its questions come one by one. */
  readonly openGroup: (id: string) => void;
  readonly saveAgain: () => Promise<void>;
  readonly previous: (() => void) | null;
}

/** A question that somebody came back to change, even one that stands as last time. */
const single = ({ questions }: Questionnaire, id: string): readonly Screen[] =>
  questions
    .filter(question => question.id === id)
    .map(question => ({ kind: 'question' as const, key: question.id, question }));

/** Walks through the screens; with `only`, the one that somebody came back to change. */
export function useQuestions(appointmentId: string, form: Questionnaire, only: string): Asking {
  const [answers, setAnswers] = useState<readonly Answer[]>(form.draft);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const screens = only ? single(form, only) : screensOf(form, answers, opened);
  const [key, setKey] = useState(() => (resumeAt(screens, answers) ?? screens[screens.length - 1])?.key);
  const { save, saving } = useDraft(appointmentId, form.version);
  const at = Math.max(
    0,
    screens.findIndex(screen => screen.key === key),
  );

  const leave = () => (only ? goBack() : replaceWith(routes.reviewAnswers({ appointmentId })));
  const reply = async (page: readonly Answer[]) => {
    const next = withPage(answers, page);
    setAnswers(next);
    const saved = save(next);
    const following = only ? undefined : screensOf(form, next, opened)[at + 1];
    if (following) setKey(following.key);
    // The next page reads what the server has.
    else if (await saved) await leave();
  };
  const openGroup = (id: string) => {
    const wider = new Set([...opened, id]);
    setOpened(wider);
    setKey(screensOf(form, answers, wider)[at]?.key);
  };
  const saveAgain = async () => {
    const saved = await save(answers);
    if (saved && (only || !resumeAt(screens, answers))) await leave();
  };
  return {
    screen: screens[at],
    answers,
    at,
    count: screens.length,
    saving,
    reply,
    openGroup,
    saveAgain,
    previous: at > 0 ? () => setKey(screens[at - 1]?.key) : null,
  };
}
