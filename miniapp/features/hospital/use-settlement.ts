import { useState } from 'react';
import { previewSettlement, settleWaiver } from '@contract/waivers';
import { type InputDraft, type Output } from '@contract/endpoint';
import { type Details } from '@miniapp/platform/answer';
import { today } from '@miniapp/platform/chinese-date';
import { useCommand } from '@miniapp/platform/use-command';
import { fieldProblems } from '@miniapp/platform/words';
import { emptyDraft, inputOf, type Problems, problemsOf, type SettleDraft } from './settle-form';
import { say } from './words';

export type Settlement = Output<typeof settleWaiver>;

type Stage =
  | { readonly at: 'form' }
  | { readonly at: 'preview'; readonly shown: Settlement; readonly input: InputDraft<typeof settleWaiver> }
  | { readonly at: 'done'; readonly shown: Settlement };

interface Wrong {
  readonly problems: Problems;
  readonly text?: string;
}

function wrongOf(refusal: { readonly code: string; readonly details: Details }, draft: SettleDraft): Wrong {
  const fields: Readonly<Record<string, string>> = {
    DONOR_NOT_FOUND: draft.who === 'self' ? 'patient.name' : 'donor.name',
    DATES_REVERSED: 'dischargedOn',
    BILL_USED: 'billNumber',
    REFERENCE_MISMATCH: 'hospitalReference',
  };
  const field = fields[refusal.code];
  if (field) return { problems: { [field]: say(refusal) } };
  return { problems: fieldProblems(refusal.details), text: say(refusal) };
}

/** Form, then what would be waived, then the settlement. The same input is previewed and settled. */
export function useSettlement() {
  const [draft, setDraft] = useState<SettleDraft>(() => emptyDraft(today()));
  const [stage, setStage] = useState<Stage>({ at: 'form' });
  const [wrong, setWrong] = useState<Wrong>({ problems: {} });
  const previewing = useCommand(previewSettlement);
  const settling = useCommand(settleWaiver);

  const preview = async () => {
    const problems = problemsOf(draft);
    setWrong({ problems });
    if (Object.keys(problems).length > 0) return;
    const input = inputOf(draft);
    const answer = await previewing.run(input);
    if (answer?.ok) setStage({ at: 'preview', shown: answer.value, input });
    else if (answer) setWrong(wrongOf(answer, draft));
  };

  const settle = async () => {
    if (stage.at !== 'preview') return;
    const answer = await settling.run(stage.input);
    if (answer?.ok) setStage({ at: 'done', shown: answer.value });
  };

  return {
    draft,
    stage,
    problems: wrong.problems,
    text: wrong.text,
    refusal: settling.refusal ? say(settling.refusal) : undefined,
    busy: previewing.busy || settling.busy,
    change: (part: Partial<SettleDraft>) => setDraft(before => ({ ...before, ...part })),
    preview,
    settle,
    backToForm: () => setStage({ at: 'form' }),
    next: () => {
      setDraft(emptyDraft(today()));
      setStage({ at: 'form' });
    },
  };
}

export type SettlementWork = ReturnType<typeof useSettlement>;
