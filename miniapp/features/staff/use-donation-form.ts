import { recordDonation } from '@contract/visits';
import { useState } from 'react';
import { host } from '@miniapp/platform/host';
import { useCommand } from '@miniapp/platform/use-command';
import { fieldProblems } from '@miniapp/platform/words';
import { type DonationForm, donationOf, emptyForm, numberProblem, problemsOf } from './donation-form';
import { type StaffVisit } from './nurse-words';

/** What was typed, what is wrong with it, and sending it once it is right. */
export function useDonationForm(visit: StaffVisit) {
  const command = useCommand(recordDonation);
  const [form, setForm] = useState(emptyForm);
  const [tried, setTried] = useState(false);
  const [recorded, setRecorded] = useState(false);
  const own = problemsOf(form, visit);
  const sent = command.refusal ? fieldProblems(command.refusal.details) : {};
  const early = numberProblem(form.donationNumber);
  const problems = tried ? { ...sent, ...own } : { ...(early && { donationNumber: early }) };

  const change = (part: Partial<DonationForm>) => setForm(before => ({ ...before, ...part }));
  const scan = async () => {
    const donationNumber = await host.scan();
    if (donationNumber) change({ donationNumber });
  };
  const record = async () => {
    setTried(true);
    if (Object.keys(own).length > 0) return;
    const answer = await command.run(donationOf(form, visit));
    if (answer?.ok) setRecorded(true);
  };
  return { form, change, scan, record, recorded, problems, tried, busy: command.busy, refusal: command.refusal };
}
