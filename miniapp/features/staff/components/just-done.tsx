import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { showElement } from '@miniapp/platform/show-field';
import { Button } from '@miniapp/ui/button';
import { Notice } from '@miniapp/ui/notice';
import { type VisitActs } from '../use-visit-acts';
import { Refused } from './refused';
import './just-done.scss';

const id = 'just-done';

/** What the last tap did, with the way back while the server keeps it open. */
export function JustDone({ acts: { done, refusal, act, busy } }: { readonly acts: VisitActs }) {
  // The act may stand at the end of a long page: what it did, and the way back, come into view.
  useEffect(() => {
    if (done) showElement(id);
  }, [done]);
  if (refusal) return <Refused refusal={refusal} title="没有办成" />;
  if (!done) return null;
  return (
    <View id={id} className="just-done">
      <Notice tone="done" title={done.words} announce />
      {done.visit.undoUntil !== null && (
        <Button kind="secondary" busy={busy} onPress={() => void act(done.visit, 'undo')}>
          撤销这一步
        </Button>
      )}
    </View>
  );
}
