import { Button } from '@miniapp/ui/button';
import { Notice } from '@miniapp/ui/notice';
import { type VisitActs } from '../use-visit-acts';
import { Refused } from './refused';

/** What the last tap did, with the way back while the server keeps it open. */
export function JustDone({ acts: { done, refusal, act, busy } }: { readonly acts: VisitActs }) {
  if (refusal) return <Refused refusal={refusal} title="没有办成" />;
  if (!done) return null;
  return (
    <>
      <Notice tone="done" title={done.words} announce />
      {done.visit.undoUntil !== null && (
        <Button kind="secondary" busy={busy} onPress={() => void act(done.visit, 'undo')}>
          撤销这一步
        </Button>
      )}
    </>
  );
}
