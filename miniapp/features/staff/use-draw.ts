import { startDraw } from '@contract/visits';
import { parseDin } from '@rules/identifiers';
import { useRef, useState } from 'react';
import { useCommand } from '@miniapp/platform/use-command';
import { type DonationForm, numberProblem } from './donation-form';
import { type StaffVisit } from './nurse-words';

/** Start and end of the draw by the server's clock: this device only adds how long it took. */
export function useDraw(visit: StaffVisit, reload: () => Promise<void>) {
  const command = useCommand(startDraw);
  const [problem, setProblem] = useState<string | null>(null);
  const [stoppedAt, setStoppedAt] = useState<string | null>(null);
  /** Server's time minus this device's, as far as the start told it. */
  const ahead = useRef<number | null>(null);

  const start = async ({ donationNumber }: DonationForm) => {
    const din = parseDin(donationNumber);
    setProblem(din ? null : (numberProblem(donationNumber) ?? '请扫描或输入血袋上的 14 位献血条码。'));
    if (!din) return;
    const answer = await command.run({
      visitId: visit.id,
      version: visit.version,
      donationNumber: din.din + din.check,
    });
    if (answer?.ok) ahead.current = Date.parse(answer.value.stageSince) - Date.now();
    await reload();
  };
  const stop = () => setStoppedAt(new Date(Date.now() + (ahead.current ?? 0)).toISOString());
  return {
    ...{ start, stop, stoppedAt, problem },
    /** Sent only when the start was tapped here: else the server's own time of the record is the better one. */
    sent: ahead.current === null ? null : stoppedAt,
    nowOfServer: (now: number) => now + (ahead.current ?? 0),
    ...{ busy: command.busy, refusal: command.refusal },
  };
}

export type Draw = ReturnType<typeof useDraw>;
