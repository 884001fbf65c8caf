import { type CalendarDate } from '@rules/calendar';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { type Site, type SiteDetails } from './appointment';
import { needWords, siteKinds } from './words';

/** Is it open today, and when: '今天 08:30–16:30 开放'. */
export function sayToday({ kind, today }: Pick<Site, 'kind' | 'today'>): string {
  if (today.hours.length > 0)
    return `今天 ${today.hours.map(({ opens, closes }) => `${opens}–${closes}`).join('、')} 开放`;
  const shut = kind === 'vehicle' ? '今天不出车' : '今天不开放';
  return today.closure ? `${shut}：${today.closure}` : shut;
}

/** A vehicle stands somewhere else each day, so the day is said with the place. */
export function sayPlace({ kind, address, placeOn }: Pick<Site, 'kind' | 'address' | 'placeOn'>, now: CalendarDate) {
  if (kind !== 'vehicle' || placeOn === null) return `${siteKinds[kind]} · ${address}`;
  return `${siteKinds[kind]} · ${placeOn === now ? '今天' : sayMonthDay(placeOn, now)}在${address}`;
}

export const sayDistance = (metres: number): string =>
  metres < 1000 ? `${Math.max(Math.round(metres / 100) * 100, 100)} 米` : `${(metres / 1000).toFixed(1)} 公里`;

/** Groups in need as what to do about it; null when there are none. */
export function sayNeeds(needs: SiteDetails['needs']): { title: string; text: string } | null {
  const levels = (['critical', 'urgent', 'wanted', 'welcome'] as const).filter(level =>
    needs.some(need => need.level === level),
  );
  const first = levels[0];
  if (!first) return null;
  const groups = (level: (typeof levels)[number]) =>
    needs
      .filter(need => need.level === level)
      .map(({ group }) => `${group.abo} 型${group.rhd === 'negative' ? ' RhD 阴性' : ''}`)
      .join('、');
  return {
    title: `${needWords[first]} ${groups(first)}`,
    text: [
      ...levels.slice(1).map(level => `${needWords[level]} ${groups(level)}。`),
      '是这些血型的，请尽早来；其他血型照常预约。',
    ].join(''),
  };
}
