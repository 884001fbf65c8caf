import { chinaInstant, type CalendarDate, type Instant } from '@rules/calendar';
import type { IntervalType } from '@rules/interval';

export interface OpeningHours {
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number;
  readonly opens: string;
  readonly closes: string;
}

export interface PlannedSlot {
  readonly type: IntervalType;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly capacity: number;
}

/** Minutes that one donor keeps a chair: whole blood one period of half an hour, apheresis three. */
const minutesOf: Readonly<Record<IntervalType, number>> = { whole_blood: 30, platelets: 90 };

const weekdayOf = (on: CalendarDate): number => new Date(`${on}T00:00:00.000Z`).getUTCDay() || 7;
const plusMinutes = (at: Instant, minutes: number): Instant =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString();

/** Where a site takes both types, half of the chairs (rounded down) stand at the apheresis machines. */
function chairsFor(type: IntervalType, chairs: number, types: readonly IntervalType[]): number {
  const atMachines = types.includes('platelets')
    ? types.includes('whole_blood')
      ? Math.floor(chairs / 2)
      : chairs
    : 0;
  return type === 'platelets' ? atMachines : chairs - atMachines;
}

/** The times of one day: one donor a chair in each, and none that would end after closing. */
export function planSlots(
  site: { chairs: number; types: readonly IntervalType[]; openingHours: readonly OpeningHours[] },
  on: CalendarDate,
): PlannedSlot[] {
  const planned: PlannedSlot[] = [];
  for (const { opens, closes } of site.openingHours.filter(({ weekday }) => weekday === weekdayOf(on))) {
    for (const type of site.types) {
      const capacity = chairsFor(type, site.chairs, site.types);
      const end = chinaInstant(on, closes);
      let startsAt = chinaInstant(on, opens);
      for (;;) {
        const endsAt = plusMinutes(startsAt, minutesOf[type]);
        if (endsAt > end || capacity < 1) break;
        planned.push({ type, startsAt, endsAt, capacity });
        startsAt = endsAt;
      }
    }
  }
  return planned;
}
