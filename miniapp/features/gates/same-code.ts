/** A code that stays before the reader is one scan. */
const lingersMs = 3000;
/** Codes that change faster are nobody's hand: somebody lets a screen flicker at the gate. */
const apartMs = 200;

/** Tells whether a reading is new. Keeps the text of the last code alone, in memory, until the next one. */
export function sameCodeFilter(now: () => number): (text: string) => boolean {
  let last = { text: '', at: -Infinity };
  let scannedAt = -Infinity;
  return text => {
    const at = now();
    const again = text === last.text && at - last.at < lingersMs;
    // Forgotten, so that a camera that still sees it reads it in time.
    if (!again && at - scannedAt < apartMs) return false;
    last = { text, at };
    if (!again) scannedAt = at;
    return !again;
  };
}
