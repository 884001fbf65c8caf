import Taro from '@tarojs/taro';
import { type Host } from './host';
import { atPosition, attempt, miniProgram } from './mini-program';

/** WeChat's care mode enlarges the font setting; 17 is its standard, 20 the step that care mode chooses. */
const careModeFontSize = 20;

export const weapp: Host = {
  ...miniProgram,
  signInCode: () =>
    attempt(async () => {
      const { code } = await Taro.login();
      return code ? { host: 'wechat' as const, code } : null;
    }, null),
  // The rough position needs no review of its own by WeChat.
  position: () =>
    attempt(async () => {
      const { latitude, longitude } = await Taro.getFuzzyLocation({ type: 'gcj02' });
      return atPosition(latitude, longitude);
    }, null),
  addToCalendar: ({ title, startsAt, endsAt, location, note, alarmMinutes }) =>
    attempt(async () => {
      // Seconds; WeChat takes the end as text.
      const seconds = (at: string) => Math.floor(Date.parse(at) / 1000);
      await Taro.addPhoneCalendar({
        title,
        location,
        description: note,
        startTime: seconds(startsAt),
        endTime: String(seconds(endsAt)),
        alarm: true,
        alarmOffset: alarmMinutes * 60,
      });
      return true;
    }, false),
  uiStyle: () =>
    attempt(async () => {
      const { fontSizeSetting } = await Taro.getSystemInfo();
      return (fontSizeSetting ?? 0) >= careModeFontSize ? 'elder' : 'normal';
    }, null),
};
