import Taro from '@tarojs/taro';
import { requestTransport } from '../transport';
import { type Host, type Position } from './host';

/** Answers `otherwise` when the host refuses, lacks the interface or the person closes it. */
export async function attempt<T>(act: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await act();
  } catch {
    // The interface says no; the page has another way.
    return otherwise;
  }
}

/** A hundred metres are near enough to sort by, and say less about the person. */
export const atPosition = (latitude: number, longitude: number): Position => ({
  latitude: Number(Number(latitude).toFixed(3)),
  longitude: Number(Number(longitude).toFixed(3)),
});

let ownBrightness: number | null = null;

/** What WeChat and Alipay do alike; Taro maps the names. */
export const miniProgram: Omit<Host, 'signInCode' | 'uiStyle'> = {
  bringsPerson: () => false,
  canScan: true,
  scan: () => attempt(async () => (await Taro.scanCode({ scanType: ['qrCode'] })).result || null, null),
  keepScreenOn: on =>
    attempt(async () => {
      await Taro.setKeepScreenOn({ keepScreenOn: on });
    }, undefined),
  brightness: level =>
    attempt(async () => {
      if (level !== null) ownBrightness ??= (await Taro.getScreenBrightness({})).value;
      const value = level ?? ownBrightness;
      if (level === null) ownBrightness = null;
      if (value !== null) await Taro.setScreenBrightness({ value });
    }, undefined),
  openMap: place =>
    attempt(async () => {
      await Taro.openLocation({ ...place, scale: 16 });
      return true;
    }, false),
  position: () =>
    attempt(async () => {
      const { latitude, longitude } = await Taro.getLocation({ type: 'gcj02' });
      return atPosition(latitude, longitude);
    }, null),
  addToCalendar: () => Promise.resolve(false),
  phoneCall: number =>
    attempt(async () => {
      await Taro.makePhoneCall({ phoneNumber: number });
    }, undefined),
  setTitle: title => {
    void attempt(() => Taro.setNavigationBarTitle({ title }), undefined);
  },
  drawsTitleBar: true,
  transport: requestTransport,
};
