import { recordDonation } from '@contract/visits';
import { dinCheckCharacter } from '@rules/identifiers';
import { useState } from 'react';
import { host } from '@miniapp/platform/host';
import { useCommand } from '@miniapp/platform/use-command';
import { fieldProblems } from '@miniapp/platform/words';
import { type DonationForm, donationOf, emptyForm, numberProblem, problemsOf } from './donation-form';
import { type StaffVisit } from './nurse-words';

const none = {};

/** What was typed, what is wrong with it, and sending it once it is right; the bag of the started draw is known already. */
export function useDonationForm(visit: StaffVisit, begunNumber: string | undefined, stoppedAt: string | null) {
  const command = useCommand(recordDonation);
  const [typed, setTyped] = useState(emptyForm);
  const form = begunNumber ? { ...typed, donationNumber: begunNumber + dinCheckCharacter(begunNumber) } : typed;
  /** What was wrong when it was last sent; null before that. The summary must not move while somebody types. */
  const [summary, setSummary] = useState<Readonly<Record<string, string>> | null>(null);
  const [recorded, setRecorded] = useState(false);
  const own = problemsOf(form, visit);
  const sent = command.refusal ? fieldProblems(command.refusal.details) : {};
  const early = numberProblem(form.donationNumber);
  const problems: Readonly<Record<string, string>> = summary
    ? { ...sent, ...own }
    : { ...(early && { donationNumber: early }) };

  const change = (part: Partial<DonationForm>) => setTyped(before => ({ ...before, ...part }));
  const scan = async () => {
    const donationNumber = await host.scan();
    if (donationNumber) change({ donationNumber });
  };
  const record = async () => {
    setSummary(own);
    if (Object.keys(own).length > 0) return;
    const answer = await command.run({
      ...donationOf(form, visit),
      version: visit.version,
      ...(stoppedAt && { stoppedAt }),
    });
    if (answer?.ok) setRecorded(true);
  };
  return {
    form,
    change,
    scan,
    record,
    recorded,
    problems,
    summary: summary ?? none,
    busy: command.busy,
    refusal: command.refusal,
  };
}
