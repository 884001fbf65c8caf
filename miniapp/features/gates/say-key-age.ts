import { KEY_SET_AMBER_AGE, KEY_SET_STOP_AGE, NTP_MAX_AGE } from '@privilege-code/life-times';
import { type Tone } from '@miniapp/ui/tag';

/** The age of keys and clock, which are renewed together, and what it means for deciding alone. */
export function sayKeyAge(seconds: number): { readonly text: string; readonly tone: Tone } {
  if (!Number.isFinite(seconds)) return { text: '时钟被改动，须先联网', tone: 'stop' };
  const old = `密钥更新于 ${sayAge(seconds)}前`;
  if (seconds >= KEY_SET_STOP_AGE) return { text: `${old}，须先联网`, tone: 'stop' };
  if (seconds >= NTP_MAX_AGE) return { text: `${old}，时钟须联网校准`, tone: 'stop' };
  return { text: old, tone: seconds >= KEY_SET_AMBER_AGE ? 'look' : 'done' };
}

function sayAge(seconds: number): string {
  if (seconds < 60) return '1 分钟';
  if (seconds < 3600) return `${Math.floor(seconds / 60)} 分钟`;
  return seconds < 86_400 ? `${Math.floor(seconds / 3600)} 小时` : `${Math.floor(seconds / 86_400)} 天`;
}
