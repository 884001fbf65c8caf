import { isWeb } from './build';

/** Only browsers read text aloud; the mini-program hosts have no such interface. */
export const canSpeak = isWeb && 'speechSynthesis' in globalThis;

/** Browsers stay silent until the person has tapped something. */
export function speak(sentence: string): void {
  if (!canSpeak) return;
  const words = new SpeechSynthesisUtterance(sentence);
  words.lang = 'zh-CN';
  words.rate = 0.9;
  speechSynthesis.speak(words);
}
