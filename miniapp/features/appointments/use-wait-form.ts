import { joinWaitlist } from '@contract/waitlist';
import { useState } from 'react';
import { replaceWith, routes } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';
import { useProblems } from '@miniapp/platform/use-problems';
import { type BookableType } from './appointment';

export const dayParts = [
  { value: 'any', label: '全天都可以', note: '机会最大' },
  { value: 'morning', label: '上午', note: '12 点以前开始' },
  { value: 'afternoon', label: '下午', note: '12 点以后开始' },
  { value: 'own', label: '自己选钟点' },
] as const;
type DayPart = (typeof dayParts)[number]['value'];

const spans = {
  any: { from: '00:00', to: '23:59' },
  morning: { from: '00:00', to: '11:59' },
  afternoon: { from: '12:00', to: '23:59' },
} as const;

/** Which days and hours, then on the waiting list. */
export function useWaitForm(siteId: string, type: BookableType, first: string) {
  const [days, setDays] = useState<readonly string[]>(first ? [first] : []);
  const [part, setPart] = useState<DayPart>('any');
  const [own, setOwn] = useState({ from: '09:00', to: '16:00' });
  const command = useCommand(joinWaitlist);
  const problems = useProblems();

  const toggle = (day: string) => {
    problems.touch('days');
    setDays(before => (before.includes(day) ? before.filter(each => each !== day) : [...before, day].sort()));
  };
  const chooseOwn = (change: Partial<typeof own>) => {
    problems.touch('hours');
    setOwn(before => ({ ...before, ...change }));
  };
  /** Only days that can still be chosen: a page that was left open overnight has some that are past. */
  const join = async (offered: readonly string[]) => {
    const chosen = days.filter(day => offered.includes(day));
    const hours = part === 'own' ? own : spans[part];
    const wrong = {
      ...(chosen.length === 0 && { days: '请至少选一天。' }),
      ...(hours.from > hours.to && { hours: '最晚的钟点要在最早的后面。' }),
    };
    if (problems.report(wrong)) return;
    const answer = await command.run({ siteId, type, days: chosen, ...hours });
    if (answer?.ok) await replaceWith(routes.waiting());
  };
  return { days, toggle, part, setPart, own, chooseOwn, problems, join, command };
}
