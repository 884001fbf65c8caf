import { chinaInstant, type CalendarDate, type Instant } from './calendar';
import { getEdition } from './edition';
import type { IntervalType } from './interval';

interface CapacityPlan {
  readonly chairs: number;
  readonly staff: number;
  /** Of the donors served at once, those who come without a booking. */
  readonly walkIns: number;
}

/** What a session is planned with; its times follow from it. */
export interface SessionPlan {
  /** 'HH:mm' in China. */
  readonly opens: string;
  readonly closes: string;
  readonly wholeBlood: CapacityPlan;
  readonly platelets: CapacityPlan;
  readonly reservedPercent: number;
  readonly releaseHours: number;
}

export interface PlannedTime {
  readonly type: IntervalType;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly capacity: number;
  readonly reserved: number;
  readonly releaseAt: Instant;
  readonly walkInCapacity: number;
}

/** Minutes that one donor keeps a chair: whole blood one period of half an hour, apheresis three. */
const minutesOf: Readonly<Record<IntervalType, number>> = { whole_blood: 30, platelets: 90 };

const plusMinutes = (at: Instant, minutes: number): Instant =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString();

/** Minutes of one member of staff for a donor (AP-STAFF-WB, AP-STAFF-PLT). */
function staffMinutes(type: IntervalType, on: CalendarDate): number {
  const { staffMinutesWholeBlood, staffMinutesPlatelets } = getEdition('appointment', on).rules;
  return (type === 'platelets' ? staffMinutesPlatelets : staffMinutesWholeBlood).value;
}

/** Donors of one period: no more than have a chair, and no more than the staff can serve in its minutes. */
export function servedInPeriod(type: IntervalType, plan: Omit<CapacityPlan, 'walkIns'>, on: CalendarDate): number {
  return Math.min(plan.chairs, Math.floor((plan.staff * minutesOf[type]) / staffMinutes(type, on)));
}

/** The smallest staff that keeps all chairs busy. */
export const staffFor = (type: IntervalType, chairs: number, on: CalendarDate): number =>
  Math.ceil((chairs * staffMinutes(type, on)) / minutesOf[type]);

/** The times of one type: none would end after closing. */
function timesOfType(type: IntervalType, plan: SessionPlan, on: CalendarDate): PlannedTime[] {
  const own = type === 'platelets' ? plan.platelets : plan.wholeBlood;
  const served = servedInPeriod(type, own, on);
  const walkInCapacity = Math.min(own.walkIns, served);
  const capacity = served - walkInCapacity;
  const reserved = Math.ceil((capacity * plan.reservedPercent) / 100);
  const end = chinaInstant(on, plan.closes);
  const times: PlannedTime[] = [];
  let startsAt = chinaInstant(on, plan.opens);
  for (;;) {
    const endsAt = plusMinutes(startsAt, minutesOf[type]);
    if (endsAt > end || served < 1) return times;
    const releaseAt = plusMinutes(startsAt, -60 * plan.releaseHours);
    times.push({ type, startsAt, endsAt, capacity, reserved, releaseAt, walkInCapacity });
    startsAt = endsAt;
  }
}

export const timesOf = (plan: SessionPlan, on: CalendarDate): PlannedTime[] => [
  ...timesOfType('whole_blood', plan, on),
  ...timesOfType('platelets', plan, on),
];
