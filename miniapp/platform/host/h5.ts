import Taro from '@tarojs/taro';
import { requestTransport } from '../transport';
import { type Host } from './host';
import { attempt } from './mini-program';

let wakeLock: WakeLockSentinel | null = null;

/** A browser proves nobody's identity: people come here through the demonstration page or as staff. */
export const h5: Host = {
  signInCode: () => Promise.resolve(null),
  uiStyle: () => Promise.resolve(null),
  canScan: false,
  scan: () => Promise.resolve(null),
  keepScreenOn: on =>
    attempt(async () => {
      if (on) wakeLock ??= (await navigator.wakeLock?.request('screen')) ?? null;
      else {
        await wakeLock?.release();
        wakeLock = null;
      }
    }, undefined),
  brightness: () => Promise.resolve(),
  openMap: place => {
    const query = `position=${place.longitude},${place.latitude}&name=${encodeURIComponent(place.name)}&callnative=0`;
    return Promise.resolve(window.open(`https://uri.amap.com/marker?${query}`, '_blank', 'noopener') !== null);
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
