import { useState } from 'react';
import { previewSettlement, settleWaiver } from '@contract/waivers';
import { type InputDraft, type Output } from '@contract/endpoint';
import { type Details } from '@miniapp/platform/answer';
import { today } from '@miniapp/platform/chinese-date';
import { useCommand } from '@miniapp/platform/use-command';
import { fieldProblems } from '@miniapp/platform/words';
import { useProblems } from '@miniapp/platform/use-problems';
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
  const donorField: Readonly<Record<SettleDraft['who'], string>> = {
    found: 'donor.who',
    self: 'patient.name',
    relative: 'donor.name',
  };
  const fields: Readonly<Record<string, string>> = {
    DONOR_NOT_FOUND: donorField[draft.who],
    DATES_REVERSED: 'dischargedOn',
    BILL_USED: 'billNumber',
    REFERENCE_MISMATCH: 'hospitalReference',
    CONSENT_MISSING: 'consent.signature',
    SIGNATURE_TOO_SHORT: 'consent.signature',
  };
  const sentence =
    refusal.code === 'DONOR_NOT_FOUND' && draft.who === 'found'
      ? '没有查到患者本人或已核实的亲属献过血。如果有亲属献过血，请选“患者的亲属”并填写献血者。'
      : say(refusal);
  const field = fields[refusal.code];
  if (field) return { problems: { [field]: sentence } };
  return { problems: fieldProblems(refusal.details), text: sentence };
}

/** Does a change of these parts of the draft concern the field? */
const isUnder = (keys: readonly string[], field: string): boolean =>
  keys.some(key => field === key || field.startsWith(`${key}.`) || key === 'who' || field === 'donor.relation');

/** Form, then what would be waived, then the settlement. The same input is previewed and settled. */
export function useSettlement() {
  const [draft, setDraft] = useState<SettleDraft>(() => emptyDraft(today()));
  const [stage, setStage] = useState<Stage>({ at: 'form' });
  const wrong = useProblems();
  const previewing = useCommand(previewSettlement);
  const settling = useCommand(settleWaiver);

  const preview = async (of: SettleDraft = draft) => {
    if (wrong.report(problemsOf(of))) return;
    const input = inputOf(of);
    const answer = await previewing.run(input);
    if (answer?.ok) setStage({ at: 'preview', shown: answer.value, input });
    else if (answer) {
      const { problems, text } = wrongOf(answer, of);
      wrong.report(problems, text);
    }
  };

  const settle = async () => {
    if (stage.at !== 'preview') return;
    const answer = await settling.run(stage.input);
    if (answer?.ok) setStage({ at: 'done', shown: answer.value });
  };

  return {
    draft,
    stage,
    problems: wrong.atFields,
    summary: wrong.summary,
    text: wrong.text,
    report: wrong.report,
    refusal: settling.refusal ? say(settling.refusal) : undefined,
    busy: previewing.busy || settling.busy,
    /** The whole draft at once, as a found bill fills it. */
    fill: setDraft,
    change: (part: Partial<SettleDraft>) => {
      const next = { ...draft, ...part };
      const left = problemsOf(next);
      const keys = Object.keys(part);
      wrong.touch(...Object.keys(wrong.summary).filter(field => !(field in left) && isUnder(keys, field)));
      setDraft(next);
    },
    preview,
    settle,
    backToForm: () => setStage({ at: 'form' }),
    next: () => {
      wrong.report({});
      setDraft(emptyDraft(today()));
      setStage({ at: 'form' });
    },
  };
}

export type SettlementWork = ReturnType<typeof useSettlement>;
