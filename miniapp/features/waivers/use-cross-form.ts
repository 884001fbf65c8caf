import { useState } from 'react';
import { startCrossClaim } from '@contract/waiver-files';
import { type Answer, type Details } from '@miniapp/platform/answer';
import { today } from '@miniapp/platform/chinese-date';
import { replaceWith, routes } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';
import { useProblems } from '@miniapp/platform/use-problems';
import { fieldProblems } from '@miniapp/platform/words';
import { type CrossDraft, crossInput, crossPathOf, crossProblems, emptyCross } from './cross-form';
import { sayCross } from './words';

const fieldOf: Readonly<Record<string, string>> = {
  DATES_REVERSED: 'dischargedOn',
  DATE_IN_FUTURE: 'dischargedOn',
  UNKNOWN_HOSPITAL: 'hospitalCode',
  DONOR_NOT_FOUND: 'donor.name',
  BILL_USED: 'bill.number',
};

function wrongOf(refusal: { readonly code: string; readonly details: Details }) {
  const field = fieldOf[refusal.code];
  return field
    ? { problems: { [field]: sayCross(refusal) }, text: undefined }
    : { problems: fieldProblems(refusal.details), text: sayCross(refusal) };
}

/** The steps from an empty form, over a look at what will be sent with its pictures, to a claim. */
export function useCrossForm() {
  const [draft, setDraft] = useState<CrossDraft>(emptyCross);
  const [stage, setStage] = useState<'form' | 'check'>('form');
  const wrong = useProblems();
  const { run, busy } = useCommand(startCrossClaim);

  const submit = async () => {
    if (wrong.report(draft.lookupConsent ? {} : { lookupConsent: '需要您同意，才能核对。' })) return;
    const answer: Answer<{ id: string }> | null = await run(crossInput(draft));
    if (answer?.ok) await replaceWith(routes.claim({ claimId: answer.value.id }));
    else if (answer) {
      const { problems, text } = wrongOf(answer);
      wrong.report(problems, text);
      // A file that is gone is no use in the list: it is sent again.
      if (answer.code === 'UPLOAD_GONE') setDraft(before => ({ ...before, files: [] }));
      if (answer.code === 'UPLOAD_GONE' || Object.keys(problems).length > 0) setStage('form');
    }
  };

  return {
    draft,
    stage,
    change: (part: Partial<CrossDraft>) => {
      setDraft(before => ({ ...before, ...part }));
      wrong.touch(...(Object.keys(part) as (keyof CrossDraft)[]).flatMap(key => crossPathOf[key] ?? []));
    },
    addFile: (file: CrossDraft['files'][number]) => {
      setDraft(before => ({ ...before, files: [...before.files, file] }));
      wrong.touch(`files.${file.kind}`);
    },
    dropFile: (uploadId: string) =>
      setDraft(before => ({ ...before, files: before.files.filter(file => file.uploadId !== uploadId) })),
    problems: wrong.atFields,
    summary: wrong.summary,
    text: wrong.text,
    busy,
    look: () => {
      if (!wrong.report(crossProblems(draft, today()))) setStage('check');
    },
    back: () => {
      wrong.report({});
      setStage('form');
    },
    submit,
  };
}

export type CrossForm = ReturnType<typeof useCrossForm>;
