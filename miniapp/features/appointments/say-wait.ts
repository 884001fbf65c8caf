import { sayMonthDay, sayWeekday } from '@miniapp/platform/chinese-date';
import { type WaitlistEntry } from './appointment';

/** '3月6日周五、3月7日周六'; of many days the first ones and how many there are. */
export function sayDays(days: readonly string[]): string {
  const named = days.slice(0, 3).map(day => `${sayMonthDay(day)}${sayWeekday(day)}`);
  return days.length > 3 ? `${named.join('、')}等 ${days.length} 天` : named.join('、');
}

export function sayHours({ from, to }: Pick<WaitlistEntry, 'from' | 'to'>): string {
  if (from === '00:00' && to === '23:59') return '全天';
  if (from === '00:00' && to === '11:59') return '上午';
  if (from === '12:00' && to === '23:59') return '下午';
  return `${from} 至 ${to} 开始`;
}
