import { type Output } from '@contract/endpoint';
import { type getWaitingRoom } from '@contract/visits';
import { useEffect, useRef, useState } from 'react';
import { speak } from '@miniapp/platform/speech';
import { callSentence } from './words';

type Calling = Output<typeof getWaitingRoom>['calling'];

/** Reads every new call aloud, once somebody has tapped to allow it. */
export function useAnnouncements(calling: Calling) {
  const [aloud, setAloud] = useState(false);
  const said = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const fresh = calling.filter(call => !said.current.has(nameOf(call)));
    said.current = new Set(calling.map(nameOf));
    if (aloud) for (const { number, desk } of fresh) speak(callSentence(number, desk));
  }, [calling, aloud]);
  const allow = () => {
    setAloud(true);
    speak('已打开语音叫号。');
  };
  return { aloud, allow };
}

/** A number that is called anew counts as a new call. */
const nameOf = ({ number, desk, calledAt }: Calling[number]): string => `${number} ${desk} ${calledAt}`;
