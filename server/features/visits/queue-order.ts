import { chinaDateTime, type Instant } from '@rules/calendar';

export interface Waiting {
  readonly id: string;
  /** Time of the booking; null for a walk-in. */
  readonly bookedFor: Instant | null;
  readonly arrivedAt: Instant;
}

/** Minutes after the booked time within which a booked donor keeps the booked place. */
const graceMinutes = 15;
/** Minutes by which a walk-in stands behind donors who booked: after that long a wait no later booking goes first. */
const walkInMinutes = 30;
/** Minutes that one donor takes at a desk, for the estimate. */
const deskMinutes = 10;

const plus = (at: Instant, minutes: number): Instant => new Date(Date.parse(at) + minutes * 60_000).toISOString();
const isLate = ({ bookedFor, arrivedAt }: Waiting): boolean =>
  bookedFor !== null && arrivedAt > plus(bookedFor, graceMinutes);

/**
 * The time by which a donor is called: the booked one; the time of arrival when more than 15 minutes late; for a walk-in
 * half an hour after arrival. It never changes, so nobody moves back because of somebody whose time is later.
 */
export function turnOf(waiting: Waiting): Instant {
  if (waiting.bookedFor === null) return plus(waiting.arrivedAt, walkInMinutes);
  return isLate(waiting) ? waiting.arrivedAt : waiting.bookedFor;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The published order in which donors are called. At the same time booked goes before walk-in, then first come. */
export const inQueueOrder = <W extends Waiting>(waiting: readonly W[]): W[] =>
  [...waiting].sort(
    (a, b) =>
      compare(turnOf(a), turnOf(b)) ||
      Number(a.bookedFor === null) - Number(b.bookedFor === null) ||
      compare(a.arrivedAt, b.arrivedAt) ||
      compare(a.id, b.id),
  );

/** Why the donor stands where they stand, in one sentence. */
export function whyOf(waiting: Waiting): string {
  const turn = chinaDateTime(turnOf(waiting)).time;
  if (waiting.bookedFor === null)
    return `您没有预约，按到达后 ${walkInMinutes} 分钟（${turn}）排队，约在这以后的人不会排到您前面。`;
  return isLate(waiting)
    ? `您比预约时间晚到超过 ${graceMinutes} 分钟，按到达时间 ${turn} 排队。`
    : `您预约的是 ${turn}，按预约时间排队。`;
}

/** Minutes until the turn of somebody with so many people in front, at that many desks. */
export const estimateMinutes = (ahead: number, desks: number): number =>
  Math.ceil((ahead * deskMinutes) / Math.max(1, desks));
