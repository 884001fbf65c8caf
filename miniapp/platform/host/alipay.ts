import Taro from '@tarojs/taro';
import { type Host } from './host';
import { attempt, miniProgram } from './mini-program';

declare const my: {
  getAuthCode(options: {
    scopes: string;
    success: (result: { authCode?: string }) => void;
    fail: (failure: unknown) => void;
  }): void;
};

/** Alipay's default is 16; its elder version starts at 20. */
const elderFontSize = 20;

export const alipay: Host = {
  ...miniProgram,
  signInCode: () =>
    attempt(async () => {
      const { authCode } = await new Promise<{ authCode?: string }>((success, fail) => {
        my.getAuthCode({ scopes: 'auth_base', success, fail });
      });
      return authCode ? { host: 'alipay' as const, code: authCode } : null;
    }, null),
  uiStyle: () =>
    attempt(async () => {
      const { fontSizeSetting } = await Taro.getSystemInfo();
      return (fontSizeSetting ?? 0) >= elderFontSize ? 'elder' : 'normal';
    }, null),
};
