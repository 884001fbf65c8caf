import { saveQuestionnaireDraft } from '@contract/questionnaires';
import { useCallback, useRef, useState } from 'react';
import { type Details } from '@miniapp/platform/answer';
import { call } from '@miniapp/platform/call';
import { type Answer } from './answers';

type Saving =
  | { readonly kind: 'nothing yet' | 'saving' | 'saved' }
  | { readonly kind: 'failed'; readonly code: string; readonly details: Details };

/** Keeps the answers on the server. One save at a time; what came in between goes out with the next. */
export function useDraft(appointmentId: string, version: string) {
  const [saving, setSaving] = useState<Saving>({ kind: 'nothing yet' });
  const waiting = useRef<readonly Answer[] | null>(null);
  const underWay = useRef<Promise<boolean> | null>(null);

  /** Answers whether everything up to now is safe. */
  const save = useCallback(
    (answers: readonly Answer[]): Promise<boolean> => {
      waiting.current = answers;
      underWay.current ??= drain().finally(() => {
        underWay.current = null;
      });
      return underWay.current;

      async function drain(): Promise<boolean> {
        setSaving({ kind: 'saving' });
        let safe = true;
        while (waiting.current) {
          const next = waiting.current;
          waiting.current = null;
          const answer = await call(saveQuestionnaireDraft, { appointmentId, version, answers: [...next] });
          safe = answer.ok;
          if (!answer.ok && !waiting.current) {
            setSaving({ kind: 'failed', code: answer.code, details: answer.details });
            return false;
          }
        }
        setSaving({ kind: 'saved' });
        return safe;
      }
    },
    [appointmentId, version],
  );
  return { save, saving };
}
