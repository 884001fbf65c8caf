import { isWeb } from './build';
import { attempt } from './host/mini-program';

interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}

declare global {
  // Chromium on Android, macOS and ChromeOS; TypeScript's DOM library does not know it.
  var BarcodeDetector: (new (options: { formats: string[] }) => Detector) | undefined;
}

/** At most one code in 200 ms, as gates are asked to. */
const pauseMs = 200;

export const canWatchCodes = isWeb && typeof globalThis.BarcodeDetector === 'function';

/** Shows the camera in the element and tells every QR code it sees, again and again. Answers how to stop, or null without a camera. */
export function watchCodes(video: HTMLVideoElement, onCode: (text: string) => void): Promise<(() => void) | null> {
  return attempt(async () => {
    if (!globalThis.BarcodeDetector) return null;
    const detector = new globalThis.BarcodeDetector({ formats: ['qr_code'] });
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
    video.srcObject = stream;
    await video.play();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ended = false;
    const look = async () => {
      const found = await attempt(() => detector.detect(video), []);
      if (ended) return;
      if (found[0]) onCode(found[0].rawValue);
      timer = setTimeout(() => void look(), pauseMs);
    };
    void look();
    return () => {
      ended = true;
      clearTimeout(timer);
      for (const track of stream.getTracks()) track.stop();
    };
  }, null);
}
