import { chinaDateTime, type Instant } from '@rules/calendar';

export interface Waiting {
  readonly id: string;
  /** Time of the booking; null for a walk-in. */
  readonly bookedFor: Instant | null;
  readonly arrivedAt: Instant;
  /** The turn after the number was called in vain. */
  readonly turnAt?: Instant | null;
}

/** Minutes after the booked time within which a booked donor keeps the booked place. */
export const graceMinutes = 15;
/** Minutes by which a walk-in stands behind donors who booked: after that long a wait no later booking goes first. */
export const walkInMinutes = 30;

const plus = (at: Instant, minutes: number): Instant => new Date(Date.parse(at) + minutes * 60_000).toISOString();
const timeOf = (at: Instant): string => chinaDateTime(at).time;

type Kind = 'booked' | 'booked_late' | 'walk_in' | 'called_before';

function kindOf({ bookedFor, arrivedAt, turnAt }: Waiting): Kind {
  if (turnAt) return 'called_before';
  if (bookedFor === null) return 'walk_in';
  return arrivedAt > plus(bookedFor, graceMinutes) ? 'booked_late' : 'booked';
}

/**
 * The time by which a donor is called: the booked one; the time of arrival when more than 15 minutes late; for a walk-in
 * half an hour after arrival; the later one of somebody who did not come when called. It changes for nobody who waits, so
 * time itself moves everybody forward: nobody who arrives later than this time and the grace of bookings goes first.
 */
export function turnOf(waiting: Waiting): Instant {
  if (waiting.turnAt) return waiting.turnAt;
  if (waiting.bookedFor === null) return plus(waiting.arrivedAt, walkInMinutes);
  return kindOf(waiting) === 'booked_late' ? waiting.arrivedAt : waiting.bookedFor;
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

/** The rule as it hangs on the wall. */
export const ruleText =
  `有预约的，按预约的时间排；晚到 ${graceMinutes} 分钟以上，按到的时间排。没有预约的，按到的时间加 ${walkInMinutes} 分钟排。` +
  '叫到时不在，往后排 10 分钟。时间早的先叫；时间一样，有预约的先叫。后来的人不会让您往后退。';

/** Why the donor stands where they stand, in one sentence. */
export function whyOf(waiting: Waiting): string {
  const turn = timeOf(turnOf(waiting));
  switch (kindOf(waiting)) {
    case 'called_before':
      return `刚才叫到您时您不在，现在按 ${turn} 排队。`;
    case 'walk_in':
      return `您没有预约，按到的时间加 ${walkInMinutes} 分钟，排在 ${turn}。约在这以后的人不会排到您前面。`;
    case 'booked_late':
      return `您比预约时间晚到超过 ${graceMinutes} 分钟，按到达时间 ${turn} 排队。`;
    case 'booked':
      return `您预约的是 ${turn}，按预约时间排队。`;
  }
}

export interface InFront {
  readonly kind: Kind;
  readonly at: Instant;
  readonly text: string;
}

/** Somebody in front, by class and time alone: nobody learns who it is. */
export function sayInFront(waiting: Waiting): InFront {
  const kind = kindOf(waiting);
  const at = kind === 'walk_in' ? waiting.arrivedAt : turnOf(waiting);
  const time = timeOf(at);
  const text = {
    booked: `预约 ${time} 的献血者`,
    booked_late: `有预约、${time} 到的献血者`,
    walk_in: `没有预约、${time} 到的献血者（按 ${timeOf(turnOf(waiting))} 排队）`,
    called_before: `叫过号、按 ${time} 重新排队的献血者`,
  }[kind];
  return { kind, at, text };
}

/** Minutes until so many seconds of service in front are done, at that many desks. */
export const estimateMinutes = (secondsInFront: number, desks: number): number =>
  Math.ceil(secondsInFront / 60 / Math.max(1, desks));
