import { useState } from 'react';
import { startClaim } from '@contract/waivers';
import { type Answer, type Details } from '@miniapp/platform/answer';
import { today } from '@miniapp/platform/chinese-date';
import { replaceWith, routes } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';
import { fieldProblems } from '@miniapp/platform/words';
import { useProblems } from '@miniapp/platform/use-problems';
import { type ClaimDraft, emptyDraft, pathOf } from './claim-draft';
import { inputOf, type Problems, problemsOf } from './claim-form';
import { say } from './words';

const fieldOf: Readonly<Record<string, string>> = {
  DATES_REVERSED: 'dischargedOn',
  DATE_IN_FUTURE: 'dischargedOn',
  UNKNOWN_HOSPITAL: 'hospitalCode',
  DONOR_NOT_FOUND: 'donor.name',
  PATIENT_IS_ADULT: 'patient.document.docNumber',
  GUARDIAN_CONSENT_MISSING: 'patient.guardianConsent',
};

interface Wrong {
  readonly problems: Problems;
  readonly text?: string;
}

/** Documents that the server refuses as a whole: the sentence stands at their number. */
const wholeDocuments: Readonly<Record<string, string>> = {
  'donor.document': '献血者和用血的人是同一个证件，请选择“我本人”献的血。',
  'patient.document': '请填写孩子本人的身份证或居住证号码。',
};

function wrongOf(refusal: { readonly code: string; readonly details: Details }): Wrong {
  const field = fieldOf[refusal.code];
  if (field) return { problems: { [field]: say(refusal) } };
  const problems = { ...fieldProblems(refusal.details) };
  for (const [path, sentence] of Object.entries(wholeDocuments)) {
    if (problems[path]) problems[`${path}.docNumber`] = sentence;
    delete problems[path];
  }
  return { problems, text: say(refusal) };
}

/** The steps from an empty form, over a look at everything that will be asked, to a claim. */
export function useClaimForm(given: Pick<ClaimDraft, 'admittedOn' | 'dischargedOn'>) {
  const [draft, setDraft] = useState<ClaimDraft>({ ...emptyDraft, ...given });
  const [stage, setStage] = useState<'form' | 'check'>('form');
  const wrong = useProblems();
  const { run, busy, refusal } = useCommand(startClaim);

  const look = () => {
    if (!wrong.report(problemsOf(draft, today()))) setStage('check');
  };
  const submit = async () => {
    if (wrong.report(draft.lookupConsent ? {} : { lookupConsent: '需要您同意查询，才能核对亲属关系和票据。' })) return;
    const answer: Answer<{ id: string }> | null = await run(inputOf(draft));
    if (answer?.ok) await replaceWith(routes.claim({ claimId: answer.value.id }));
    else if (answer) {
      const { problems, text } = wrongOf(answer);
      wrong.report(problems, text);
      // What has a field is corrected there; everything else is read where the tap was.
      if (Object.keys(problems).length > 0) setStage('form');
    }
  };

  return {
    draft,
    stage,
    change: (part: Partial<ClaimDraft>) => {
      setDraft(before => ({ ...before, ...part }));
      wrong.touch(...(Object.keys(part) as (keyof ClaimDraft)[]).map(key => pathOf[key]));
    },
    problems: wrong.atFields,
    summary: wrong.summary,
    text: wrong.text,
    openAlready: refusal?.code === 'CLAIM_OPEN_ALREADY',
    busy,
    look,
    back: () => {
      wrong.report({});
      setStage('form');
    },
    submit,
  };
}

export type ClaimForm = ReturnType<typeof useClaimForm>;

/** What the fields need of a form: the claim across provinces asks some of the same. */
export type DraftForm = Pick<ClaimForm, 'draft' | 'change' | 'problems'>;
