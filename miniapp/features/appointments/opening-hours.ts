import { type Site } from './appointment';

const names = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

/** Days with the same hours as one line: '周二至周日' · '09:30–17:30'. Weekday 1 is Monday. */
export function sayOpeningHours(hours: Site['openingHours']): { days: string; hours: string }[] {
  const byHours = new Map<string, number[]>();
  for (const { weekday, opens, closes } of [...hours].sort((a, b) => a.weekday - b.weekday)) {
    const span = `${opens}–${closes}`;
    byHours.set(span, [...(byHours.get(span) ?? []), weekday]);
  }
  return [...byHours].map(([span, days]) => ({ days: sayDays(days), hours: span }));
}

function sayDays(days: readonly number[]): string {
  if (days.length === 7) return '每天';
  const runs: { from: number; to: number }[] = [];
  for (const day of days) {
    const last = runs[runs.length - 1];
    if (last && day === last.to + 1) last.to = day;
    else runs.push({ from: day, to: day });
  }
  return runs.map(sayRun).join('、');
}

function sayRun({ from, to }: { readonly from: number; readonly to: number }): string {
  const [first, last] = [names[from - 1] ?? '', names[to - 1] ?? ''];
  if (from === to) return first;
  return to === from + 1 ? `${first}、${last}` : `${first}至${last}`;
}
