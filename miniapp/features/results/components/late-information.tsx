import { useState } from 'react';
import { reportLateInformation } from '@contract/questionnaires';
import { useCommand } from '@miniapp/platform/use-command';
import { wordsFor } from '@miniapp/platform/words';
import { Button } from '@miniapp/ui/button';
import { Notice } from '@miniapp/ui/notice';

const sayLate = wordsFor([reportLateInformation], {
  TOO_LATE: '在这里告知的时间已过，请直接打电话给血站。',
});

/** A fever may concern the unit: one tap has it kept back, in the same words as the late information everywhere. */
export function LateInformation({ donationId }: { readonly donationId: string }) {
  const tell = useCommand(reportLateInformation);
  const [told, setTold] = useState(false);
  const send = async () => {
    const answer = await tell.run({ donationId, kind: 'fever' });
    if (answer?.ok) setTold(true);
  };
  if (told)
    return (
      <Notice tone="done" title="已经告诉血站" announce>
        这袋血会先停用，等医护人员问清楚再决定。
      </Notice>
    );
  return (
    <>
      <Notice tone="look" title="发热可能影响您献的血能不能用">
        请点下面告诉血站，这袋血会先停用。
      </Notice>
      {tell.refusal && (
        <Notice tone="stop" announce>
          {sayLate(tell.refusal)}
        </Notice>
      )}
      <Button busy={tell.busy} onPress={() => void send()}>
        告诉血站，先停用这袋血
      </Button>
    </>
  );
}
