import Taro from '@tarojs/taro';

const prefix = 'donor.';

/** Small things that survive a restart. A full or forbidden storage (private mode) is no reason to fail. */
export const storage = {
  read(key: string): unknown {
    try {
      const text: unknown = Taro.getStorageSync(prefix + key);
      return typeof text === 'string' && text !== '' ? JSON.parse(text) : undefined;
    } catch {
      // Unreadable counts as absent.
      return undefined;
    }
  },
  write(key: string, value: unknown): void {
    try {
      Taro.setStorageSync(prefix + key, JSON.stringify(value));
    } catch {
      // The value lives in memory until the page closes.
    }
  },
  remove(key: string): void {
    try {
      Taro.removeStorageSync(prefix + key);
    } catch {
      // Nothing was stored.
    }
  },
};
