import type { CalendarDate } from './calendar';
import { addDays } from './calendar';
import { getEdition } from './edition';
import { earliestDates } from './interval';
import type { PastDonation } from './past-donation';

export type BadgeKind = 'milestone' | 'variety' | 'constancy' | 'reliability';

export type Badge = {
  id: string;
  kind: BadgeKind;
  title: string;
  text: string;
  /** Day on which it was earned. */
  earnedOn?: CalendarDate;
  have: number;
  need: number;
};

export type GrowthFacts = {
  history: readonly (PastDonation & { city?: string })[];
  /** Days of bookings that were kept. */
  kept: readonly CalendarDate[];
  /** Days of bookings that the donor cancelled while somebody else could still take the place. */
  toldInTime: readonly CalendarDate[];
};

/** Donations that came when they might: one before its time earns nothing, and holds back whoever comes too soon after it. */
export function donationsInTime<T extends PastDonation>(history: readonly T[]): T[] {
  const inOrder = [...history].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1));
  return inOrder.filter((past, index) => {
    if (past.type === 'stem_cells') return true;
    const before = inOrder.slice(0, index);
    return earliestDates(before, past.on)[past.type].date <= past.on;
  });
}

const nth = (days: readonly CalendarDate[], n: number): CalendarDate | undefined => days[n - 1];

type Draft = Omit<Badge, 'earnedOn' | 'have' | 'need'>;

const counted = (draft: Draft, days: readonly CalendarDate[], need: number): Badge => {
  const earnedOn = nth(days, need);
  return { ...draft, ...(earnedOn ? { earnedOn } : {}), have: Math.min(days.length, need), need };
};

/** The first day of each different value. */
function firsts<T>(
  items: readonly T[],
  of: (item: T) => string | undefined,
  on: (item: T) => CalendarDate,
): CalendarDate[] {
  const seen = new Map<string, CalendarDate>();
  for (const item of items) {
    const value = of(item);
    if (value !== undefined && !seen.has(value)) seen.set(value, on(item));
  }
  return [...seen.values()];
}

/**
 * Milestones by visits, not by volume; constancy, variety and reliability. A donation before its time counts for none of them,
 * and no cancellation counts without a booking that was kept.
 */
export function badgesOf(facts: GrowthFacts, on: CalendarDate): Badge[] {
  const { rules } = getEdition('badge', on);
  const inTime = donationsInTime(facts.history.filter(past => past.on <= on));
  const tooEarly = new Set(facts.history.filter(past => !inTime.includes(past)).map(past => past.on));
  const days = inTime.map(past => past.on);
  const kept = facts.kept.filter(day => day <= on && !tooEarly.has(day)).sort();
  const told = facts.toldInTime.filter(day => day <= on).sort();
  // The n-th cancellation counts from the n-th kept booking on.
  const both = told
    .slice(0, kept.length)
    .map((day, index) => (day < (kept[index] ?? day) ? (kept[index] ?? day) : day));
  const years = firsts(
    inTime,
    past => past.on.slice(0, 4),
    past => past.on,
  );
  const cities = firsts(
    inTime,
    past => past.city,
    past => past.on,
  );
  const types = firsts(
    inTime.filter(past => past.type !== 'stem_cells'),
    past => past.type,
    past => past.on,
  );
  return [
    ...rules.milestones.value.map(need =>
      counted(
        {
          id: `milestone-${need}`,
          kind: 'milestone',
          title: need === 1 ? '第一次献血' : `献血 ${need} 次`,
          text: need === 1 ? '完成第一次献血。' : `到场献血满 ${need} 次，不论献多少毫升。`,
        },
        days,
        need,
      ),
    ),
    ...rules.constancyYears.value.map(need =>
      counted(
        {
          id: `years-${need}`,
          kind: 'constancy',
          title: `坚持 ${need} 年`,
          text: `有 ${need} 个年份献过血，可以不连续。`,
        },
        years,
        need,
      ),
    ),
    counted({ id: 'both-types', kind: 'variety', title: '两种都献过', text: '全血和血小板都献过。' }, types, 2),
    counted(
      {
        id: 'cities',
        kind: 'variety',
        title: '足迹',
        text: `在 ${rules.cities.value} 座城市献过血。`,
      },
      cities,
      rules.cities.value,
    ),
    ...rules.keptAppointments.value.map(need =>
      counted(
        {
          id: `kept-${need}`,
          kind: 'reliability',
          title: `守约 ${need} 次`,
          text: `按预约到场 ${need} 次，没献成也算。`,
        },
        kept,
        need,
      ),
    ),
    counted(
      {
        id: 'told-in-time',
        kind: 'reliability',
        title: '提前告知',
        text: '按约到场过，并且有事来不了时提前一天以上取消，把名额让给别人。',
      },
      both,
      rules.toldInTime.value,
    ),
  ];
}

/** Cancelled at least a day before the day of the booking. */
export const isToldInTime = (cancelledOn: CalendarDate, bookedFor: CalendarDate): boolean =>
  addDays(cancelledOn, 1) <= bookedFor;
