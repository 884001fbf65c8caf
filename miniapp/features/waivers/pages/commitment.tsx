import { useState } from 'react';
import { getCommitment, signCommitment } from '@contract/waiver-evidence';
import { routes, startAt, useParam } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Heading } from '@miniapp/ui/heading';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { SignaturePad } from '@miniapp/features/questionnaires/components/signature-pad';
import { type Stroke } from '@miniapp/features/questionnaires/stroke';
import { LetterText } from '../components/letter-text';
import { sayLetter, signatureStays } from '../words';

definePageConfig({ navigationBarTitleText: '亲属关系承诺书' });

export default function CommitmentPage() {
  const claimId = useParam('claimId');
  const letter = useQuery(getCommitment, { claimId });
  const sign = useCommand(signCommitment);
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const backToClaim = () => startAt(routes.claim({ claimId }));

  const handIn = async (version: string) => {
    const answer = await sign.run({ claimId, version, signature: { strokes: strokes.map(stroke => [...stroke]) } });
    if (!answer) return;
    if (answer.ok) return backToClaim();
    // A name put to another text, or a dot, is no signature; without a connection the name stays.
    if (answer.code === 'SIGNATURE_TOO_SHORT' || answer.code === 'COMMITMENT_VERSION_OLD') setStrokes([]);
    if (answer.code === 'COMMITMENT_VERSION_OLD') await letter.reload();
  };

  const open = letter.kind === 'ready' && letter.value.signedAt === null ? letter.value : null;
  return (
    <Page
      title="亲属关系承诺书"
      action={
        open && (
          <Button busy={sign.busy} disabled={strokes.length === 0} onPress={() => void handIn(open.version)}>
            签好了，提交
          </Button>
        )
      }
    >
      {sign.refusal && (
        <Notice tone="look" title="还没有提交" announce>
          {sign.refusal.code === 'OFFLINE' ? signatureStays : sayLetter(sign.refusal)}
        </Notice>
      )}
      {sign.refusal?.code === 'STATE_CHANGED' && (
        <Button kind="secondary" onPress={() => void backToClaim()}>
          看申请的进度
        </Button>
      )}
      <Loaded query={letter} say={sayLetter}>
        {value => (
          <>
            <LetterText letter={value} />
            {value.signedAt === null && (
              <>
                <Heading>{value.declaration}</Heading>
                <SignaturePad strokes={strokes} onChange={setStrokes} />
                <Button kind="secondary" disabled={strokes.length === 0} onPress={() => setStrokes([])}>
                  清除重写
                </Button>
              </>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
