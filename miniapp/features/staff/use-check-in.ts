import { checkIn } from '@contract/visits';
import { useState } from 'react';
import { host } from '@miniapp/platform/host';
import { useCommand } from '@miniapp/platform/use-command';
import { type StaffVisit } from './nurse-words';

type WalkInType = 'whole_blood' | 'platelets';

/** Checks in by a scanned or typed code; a donor without a booking once more with what they want to donate. */
export function useCheckIn() {
  const command = useCommand(checkIn);
  const [code, setCode] = useState('');
  const [admitted, setAdmitted] = useState<StaffVisit | null>(null);

  const send = async (text: string, type?: WalkInType) => {
    const trimmed = text.trim();
    if (!trimmed) return;
    setCode(trimmed);
    setAdmitted(null);
    const answer = await command.run({ code: trimmed, ...(type && { type }) });
    if (!answer?.ok) return;
    setAdmitted(answer.value);
    setCode('');
  };
  const scan = async () => {
    const text = await host.scan();
    if (text) await send(text);
  };
  const walkIn = command.refusal?.code === 'NO_APPOINTMENT' ? (type: WalkInType) => void send(code, type) : null;
  return { code, setCode, send, scan, admitted, walkIn, busy: command.busy, refusal: command.refusal };
}
