import { useState } from 'react';
import { passToReviewer, withdrawClaim } from '@contract/waiver-evidence';
import { useCommand } from '@miniapp/platform/use-command';
import { sayLeaving } from './words';

/** `pass`: a person takes over. `withdraw`: the claim ends. */
export type Way = 'pass' | 'withdraw';

/** Both ways out of waiting; each is confirmed first. */
export function useLeaving(claimId: string, reload: () => Promise<void>) {
  const [way, setWay] = useState<Way | null>(null);
  const pass = useCommand(passToReviewer);
  const withdraw = useCommand(withdrawClaim);
  const command = way === 'pass' ? pass : withdraw;
  return {
    way,
    ask: setWay,
    busy: command.busy,
    refusal: command.refusal ? sayLeaving(command.refusal) : undefined,
    confirm: async () => {
      const answer = await command.run({ claimId });
      if (!answer?.ok) return;
      await reload();
      setWay(null);
    },
    back: async () => {
      setWay(null);
      await reload();
    },
  };
}

export type Leaving = ReturnType<typeof useLeaving>;
