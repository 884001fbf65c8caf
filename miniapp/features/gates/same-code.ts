/** A code that stays before the reader is one scan. */
const lingersMs = 3000;

/** Tells whether a reading is new. Keeps the text of the last code alone, in memory, until the next one. */
export function sameCodeFilter(now: () => number): (text: string) => boolean {
  let last = { text: '', at: -Infinity };
  return text => {
    const again = text === last.text && now() - last.at < lingersMs;
    last = { text, at: now() };
    return !again;
  };
}
