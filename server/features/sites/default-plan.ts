import type { CalendarDate } from '@rules/calendar';
import type { IntervalType } from '@rules/interval';
import { staffFor, type SessionPlan } from '@rules/session-plan';

export interface OpeningHours {
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number;
  readonly opens: string;
  readonly closes: string;
}

export interface PlannedSite {
  readonly chairs: number;
  readonly types: readonly IntervalType[];
  readonly openingHours: readonly OpeningHours[];
}

/** Of the bookable places, when a blood group is in need; a programme's default that staff may change. */
const reservedPercent = 20;
/** A day before, the kept places open to everybody: by then those who were called have booked. */
const releaseHours = 24;

const weekdayOf = (on: CalendarDate): number => new Date(`${on}T00:00:00.000Z`).getUTCDay() || 7;

export const hoursOn = (site: Pick<PlannedSite, 'openingHours'>, on: CalendarDate): OpeningHours[] =>
  site.openingHours.filter(({ weekday }) => weekday === weekdayOf(on));

/** Where a site takes both types, half of the chairs (rounded down) stand at the apheresis machines. */
function chairsFor(type: IntervalType, { chairs, types }: PlannedSite): number {
  const atMachines = !types.includes('platelets') ? 0 : types.includes('whole_blood') ? Math.floor(chairs / 2) : chairs;
  return type === 'platelets' ? atMachines : chairs - atMachines;
}

/** A plan of these hours with all chairs staffed, every place bookable. */
export function planFor(
  site: PlannedSite,
  on: CalendarDate,
  { opens, closes }: Pick<OpeningHours, 'opens' | 'closes'>,
): SessionPlan {
  const of = (type: IntervalType) => {
    const chairs = chairsFor(type, site);
    return { chairs, staff: staffFor(type, chairs, on), walkIns: 0 };
  };
  return { opens, closes, wholeBlood: of('whole_blood'), platelets: of('platelets'), reservedPercent, releaseHours };
}

/** The sessions that the opening hours ask for on a day. */
export const defaultPlans = (site: PlannedSite, on: CalendarDate): SessionPlan[] =>
  hoursOn(site, on).map(hours => planFor(site, on, hours));
