import { type verifyAtGate } from '@contract/gates';
import { type Output } from '@contract/endpoint';
import { type Sound } from '@miniapp/platform/beep';
import { reasonWords } from './words';

type ServerAnswer = Output<typeof verifyAtGate>;
/** Also what the gate finds by itself. */
export type Answer = Omit<ServerAnswer, 'reason'> & { readonly reason: keyof typeof reasonWords };

/** What the whole screen shows for a few seconds. */
export interface Verdict {
  readonly sound: Sound;
  /** Read from three metres: four characters at most. */
  readonly word: string;
  readonly advice: string;
  /** Only at gates with staff. */
  readonly name: string | null;
}

export function verdictOf({ result, reason, maskedName }: Answer): Verdict {
  const { word, advice } = reasonWords[reason];
  if (result === 'green') return { sound: 'go', word, advice, name: maskedName };
  if (result === 'amber') return { sound: 'look', word, advice, name: maskedName };
  return { sound: 'stop', word, advice, name: null };
}

/** What was not one of our codes at all: a rising count says that a reader is dirty or that somebody is trying. */
export const isGarbage = ({ reason }: Answer): boolean =>
  reason === 'format' || reason === 'key' || reason === 'signature';
