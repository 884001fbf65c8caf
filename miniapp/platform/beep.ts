import Taro from '@tarojs/taro';
import { isWeb } from './build';
import { attempt } from './host/mini-program';

export type Sound = 'go' | 'look' | 'stop';

interface Note {
  readonly hertz: number;
  /** Milliseconds from the beginning. */
  readonly at: number;
  readonly lasts: number;
}

/** Told apart without looking, also by those who hear high notes badly: two rising, three alike, one long and low. */
const tunes: Record<Sound, readonly Note[]> = {
  go: [
    { hertz: 660, at: 0, lasts: 90 },
    { hertz: 990, at: 110, lasts: 160 },
  ],
  look: [0, 180, 360].map(at => ({ hertz: 520, at, lasts: 110 })),
  stop: [{ hertz: 190, at: 0, lasts: 520 }],
};

let context: AudioContext | null = null;

/** Browsers stay silent until a person has tapped: call it in the tap that begins the work. */
export async function wakeSound(): Promise<void> {
  if (!isWeb || typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  await context.resume();
}

/** A sound of its own for each outcome; in a mini-program the phone trembles instead. */
export function beep(sound: Sound): void {
  if (!isWeb) {
    void attempt(async () => {
      await (sound === 'go' ? Taro.vibrateShort({}) : Taro.vibrateLong({}));
    }, undefined);
    return;
  }
  if (!context) return;
  // A tablet that slept has stopped its sound.
  if (context.state !== 'running') void context.resume();
  for (const note of tunes[sound]) play(context, note);
}

function play(audio: AudioContext, { hertz, at, lasts }: Note): void {
  const begin = audio.currentTime + at / 1000;
  const end = begin + lasts / 1000;
  const tone = new OscillatorNode(audio, { frequency: hertz, type: 'triangle' });
  const volume = new GainNode(audio, { gain: 0.5 });
  // Without the fall to silence each note would end with a click.
  volume.gain.setTargetAtTime(0, end - 0.02, 0.008);
  tone.connect(volume).connect(audio.destination);
  tone.start(begin);
  tone.stop(end + 0.05);
}
