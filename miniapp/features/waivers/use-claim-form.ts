import { useState } from 'react';
import { startClaim } from '@contract/waivers';
import { type Answer, type Details } from '@miniapp/platform/answer';
import { today } from '@miniapp/platform/chinese-date';
import { replaceWith, routes } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';
import { fieldProblems } from '@miniapp/platform/words';
import { useProblems } from '@miniapp/platform/use-problems';
import { type ClaimDraft, emptyDraft, inputOf, type Problems, problemsOf } from './claim-form';
import { say } from './words';

const fieldOf: Readonly<Record<string, string>> = {
  LOOKUP_CONSENT_MISSING: 'lookupConsent',
  DATES_REVERSED: 'dischargedOn',
  DATE_IN_FUTURE: 'dischargedOn',
  UNKNOWN_HOSPITAL: 'hospitalCode',
  DONOR_NOT_FOUND: 'donor.name',
};

interface Wrong {
  readonly problems: Problems;
  readonly text?: string;
}

/** Where the problems of an answer stand. */
const pathOf: Readonly<Record<keyof ClaimDraft, string>> = {
  who: 'donor.who',
  kin: 'relation',
  name: 'donor.name',
  docType: 'donor.document.docNumber',
  docNumber: 'donor.document.docNumber',
  hospital: 'hospitalCode',
  admittedOn: 'admittedOn',
  dischargedOn: 'dischargedOn',
  lookupConsent: 'lookupConsent',
};

function wrongOf(refusal: { readonly code: string; readonly details: Details }): Wrong {
  const field = fieldOf[refusal.code];
  if (field) return { problems: { [field]: say(refusal) } };
  const problems = { ...fieldProblems(refusal.details) };
  if (problems['donor.document']) problems['donor.document.docNumber'] = '这是您本人的证件，请选择“我本人”献的血。';
  delete problems['donor.document'];
  return { problems, text: say(refusal) };
}

/** The steps from an empty form to a claim. */
export function useClaimForm() {
  const [draft, setDraft] = useState<ClaimDraft>(emptyDraft);
  const wrong = useProblems();
  const { run, busy, refusal } = useCommand(startClaim);

  const submit = async () => {
    if (wrong.report(problemsOf(draft, today()))) return;
    const answer: Answer<{ id: string }> | null = await run(inputOf(draft));
    if (answer?.ok) await replaceWith(routes.claim({ claimId: answer.value.id }));
    else if (answer) {
      const { problems, text } = wrongOf(answer);
      wrong.report(problems, text);
    }
  };

  return {
    draft,
    change: (part: Partial<ClaimDraft>) => {
      setDraft(before => ({ ...before, ...part }));
      wrong.touch(...(Object.keys(part) as (keyof ClaimDraft)[]).map(key => pathOf[key]));
    },
    problems: wrong.atFields,
    summary: wrong.summary,
    text: wrong.text,
    openAlready: refusal?.code === 'CLAIM_OPEN_ALREADY',
    busy,
    submit,
  };
}

export type ClaimForm = ReturnType<typeof useClaimForm>;
