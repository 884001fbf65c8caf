import Taro from '@tarojs/taro';
import { attempt } from './host/mini-program';

/** Answers whether the text is on the clipboard now. */
export const copyText = (text: string): Promise<boolean> =>
  attempt(async () => {
    await Taro.setClipboardData({ data: text });
    return true;
  }, false);
