import { requestRecord } from '@contract/record-requests';
import { listSites } from '@contract/sites';
import { useState } from 'react';
import { useCommand } from '@miniapp/platform/use-command';
import { useProblems } from '@miniapp/platform/use-problems';
import { useQuery } from '@miniapp/platform/use-query';
import { fieldProblems } from '@miniapp/platform/words';
import { say } from './words';

interface Draft {
  readonly city: string;
  readonly siteId: string;
  readonly on: string;
  readonly words: string;
}

/** About one donation of the record, or about one that is not in it. */
export function useRequest(donationId: string) {
  const [draft, setDraft] = useState<Draft>({ city: '', siteId: '', on: '', words: '' });
  const sites = useQuery(
    listSites,
    { ...(draft.city && { city: draft.city }), limit: '100' },
    { skip: donationId !== '' },
  );
  const command = useCommand(requestRecord);
  const problems = useProblems();
  const [dueOn, setDueOn] = useState<string | null>(null);

  const change = (part: Partial<Draft>) => {
    // Another city has other sites.
    setDraft(before => ({ ...before, ...(part.city !== undefined && { siteId: '' }), ...part }));
    for (const field of Object.keys(part)) problems.touch(field);
  };
  const submit = async () => {
    const words = draft.words.trim();
    const isMissing = donationId === '';
    const found = {
      ...(isMissing && draft.siteId === '' && { siteId: '请选择献血点。' }),
      ...(isMissing && draft.on === '' && { on: '请选择是哪一天。' }),
      ...(words.length < 2 && { words: '请写一句说明。' }),
    };
    if (problems.report(found)) return;
    const answer = await command.run(
      isMissing
        ? { about: 'missing', siteId: draft.siteId, on: draft.on, words }
        : { about: 'wrong', donationId, words },
    );
    if (answer?.ok) setDueOn(answer.value.dueOn);
    else if (answer) problems.report(fieldProblems(answer.details), say(answer));
  };
  return { draft, change, submit, sites, problems, dueOn, busy: command.busy };
}
