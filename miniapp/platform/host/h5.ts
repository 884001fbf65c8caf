import Taro from '@tarojs/taro';
import { apiBase } from '../build';
import { mapLink } from '../map-link';
import { requestTransport } from '../transport';
import { type Host } from './host';
import { atPosition, attempt } from './mini-program';

/** The lock, or the question for it: whoever lets go before the answer lets go of what it brings. */
let wakeLock: Promise<WakeLockSentinel> | null = null;

async function keepAwake(on: boolean): Promise<void> {
  const held = wakeLock;
  if (!on) {
    wakeLock = null;
    await (await held)?.release();
    return;
  }
  wakeLock = held ?? navigator.wakeLock?.request('screen') ?? null;
  // A browser that saves its battery says no; the next page may ask again.
  await wakeLock?.catch(() => (wakeLock = null));
}

/** A browser proves nobody's identity: people come here through the demonstration page or as staff. */
export const h5: Host = {
  signInCode: () => Promise.resolve(null),
  bringsPerson: () => false,
  uiStyle: () => Promise.resolve(null),
  canScan: false,
  scan: () => Promise.resolve(null),
  keepScreenOn: on => attempt(() => keepAwake(on), undefined),
  brightness: () => Promise.resolve(),
  openMap: place => {
    const link = mapLink(place);
    // With 'noopener' the browser would not say whether the window opened.
    const opened = link ? window.open(link, '_blank') : null;
    if (opened) opened.opener = null;
    return Promise.resolve(opened !== null);
  },
  // WGS-84, a few hundred metres beside the coordinates of Chinese maps: enough to sort by.
  position: () =>
    attempt(async () => {
      const { coords } = await new Promise<GeolocationPosition>((resolve, reject) => {
        navigator.geolocation.getCurrentPosition(resolve, reject, { timeout: 10_000, maximumAge: 300_000 });
      });
      return atPosition(coords.latitude, coords.longitude);
    }, null),
  // An attachment: the page stays, and the phone hands the file to its calendar.
  addToCalendar: ({ link }) => {
    window.location.assign(apiBase + link);
    return Promise.resolve(true);
  },
  phoneCall: number => {
    window.location.href = `tel:${number}`;
    return Promise.resolve();
  },
  setTitle: title => {
    void Taro.setNavigationBarTitle({ title });
    document.title = title;
  },
  drawsTitleBar: false,
  transport: requestTransport,
};
