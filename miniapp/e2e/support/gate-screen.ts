import type { Page } from 'playwright-core';

interface Note {
  readonly hertz: number;
  /** Of the sound system when the note began: `running` is heard. */
  readonly state: string;
}

type Listening = Window & { notes?: Note[] };

/** Notes every sound that the page plays, from the next document on. */
export const listenTo = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const notes: Note[] = [];
    Object.assign(window, { notes });
    const { start } = OscillatorNode.prototype;
    OscillatorNode.prototype.start = function (this: OscillatorNode, when?: number) {
      notes.push({ hertz: this.frequency.value, state: this.context.state });
      start.call(this, when);
    };
  });

export interface Seen {
  /** Height of one character of the word, in parts of the screen's height. */
  readonly size: number;
  readonly word: string;
  /** The colour that reaches every edge, or none. */
  readonly colour: string;
  /** There is a mark beside the colour and the word. */
  readonly marked: boolean;
  /** The word stands whole on the screen. */
  readonly whole: boolean;
  /** What was heard since the last look, in Hertz. */
  readonly heard: readonly number[];
}

/** The verdict as people three metres away see and hear it. */
export async function seenFromAfar(page: Page): Promise<Seen> {
  await page.locator('.gate-go, .gate-look, .gate-stop').waitFor();
  return page.evaluate(() => {
    const [screen, word] = [document.querySelector('.gate'), document.querySelector('.gate-word')];
    if (!screen || !word) throw new Error('no verdict is on the screen');
    const edge = screen.getBoundingClientRect();
    const fills = edge.top <= 0 && edge.left <= 0 && edge.right >= innerWidth && edge.bottom >= innerHeight;
    const { left, right, top, bottom } = word.getBoundingClientRect();
    const notes = (window as Listening).notes?.splice(0) ?? [];
    return {
      size: Number.parseFloat(getComputedStyle(word).fontSize) / innerHeight,
      word: word.textContent ?? '',
      colour: fills ? getComputedStyle(screen).backgroundColor : 'none',
      marked: document.querySelector('.gate-mark .ui-icon') !== null,
      whole: left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight,
      heard: notes.filter(({ state }) => state === 'running').map(({ hertz }) => hertz),
    };
  });
}

/** Colours of `ui/tokens.scss`, as a browser says them. */
const ground = { go: 'rgb(11, 107, 58)', look: 'rgb(245, 184, 61)', stop: 'rgb(181, 32, 47)' } as const;
const tune = { go: [660, 990], look: [520, 520, 520], stop: [190] } as const;

/** What has to be seen and heard: never the colour alone, and an eighth of the screen's height for each character. */
export function expectVerdict(seen: Seen, kind: keyof typeof ground, word: string): void {
  expect(seen).toEqual({
    ...{ size: expect.any(Number), word, colour: ground[kind], marked: true, whole: true, heard: tune[kind] },
  });
  expect(seen.size).toBeGreaterThanOrEqual(0.12);
}
