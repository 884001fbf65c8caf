import { checkIn, lookUpArrival } from '@contract/visits';
import { type InputDraft, type Output } from '@contract/endpoint';
import { useState } from 'react';
import { host } from '@miniapp/platform/host';
import { useCommand } from '@miniapp/platform/use-command';
import { type StaffVisit } from './nurse-words';

type WalkInType = 'whole_blood' | 'platelets';
export type Arrives = Pick<InputDraft<typeof checkIn>, 'code' | 'document' | 'phone' | 'birthDate'>;
export type Found = Output<typeof lookUpArrival>;

interface Last {
  readonly arrives: Arrives;
  readonly found: Found | null;
}

/**
 * Checks in whoever stands at the counter. Whom the code, document or number names is shown first, so that the nurse compares that with
 * the document; whether she did is asked anew for each donor.
 */
export function useCheckIn() {
  const checking = useCommand(checkIn);
  const looking = useCommand(lookUpArrival);
  const [last, setLast] = useState<Last | null>(null);
  const [sawDocument, setSawDocument] = useState(false);
  const [admitted, setAdmitted] = useState<StaffVisit | null>(null);
  const [refusal, setRefusal] = useState<typeof checking.refusal | typeof looking.refusal>(null);

  const start = () => {
    setAdmitted(null);
    setRefusal(null);
  };
  const clear = () => {
    start();
    setLast(null);
    setSawDocument(false);
  };
  const admit = async (arrives: Arrives, more: Pick<InputDraft<typeof checkIn>, 'type' | 'newDonor'> = {}) => {
    start();
    const answer = await checking.run({ ...arrives, ...more, ...(sawDocument && { sawDocument }) });
    if (!answer) return;
    if (answer.ok) {
      clear();
      setAdmitted(answer.value);
      return;
    }
    setLast(before => ({ arrives, found: before?.found ?? null }));
    setRefusal(answer);
  };
  const lookUp = async (arrives: Arrives) => {
    clear();
    const answer = await looking.run(arrives);
    if (!answer) return;
    setLast({ arrives, found: answer.ok ? answer.value : null });
    if (!answer.ok) setRefusal(answer);
  };
  const scan = async () => {
    const code = (await host.scan())?.trim();
    if (code) await lookUp({ code });
  };
  const walkIn = last
    ? (type: WalkInType, newDonor?: InputDraft<typeof checkIn>['newDonor']) =>
        void admit(last.arrives, { type, ...(newDonor && { newDonor }) })
    : null;
  return {
    ...{ admit, lookUp, scan, clear, walkIn, sawDocument, setSawDocument },
    ...{ last, admitted, refusal, busy: checking.busy || looking.busy },
  };
}

export type CheckIn = ReturnType<typeof useCheckIn>;
