import * as fc from 'fast-check';
import {
  estimateMinutes,
  graceMinutes,
  inQueueOrder,
  sayInFront,
  turnOf,
  walkInMinutes,
  whyOf,
  type Waiting,
} from './queue-order';

/** Times of one day in China. */
const at = (time: string): string => new Date(`2026-03-05T${time}:00.000+08:00`).toISOString();
const booked = (id: string, bookedFor: string, arrived: string): Waiting => ({
  id,
  bookedFor: at(bookedFor),
  arrivedAt: at(arrived),
});
const walkIn = (id: string, arrived: string): Waiting => ({ id, bookedFor: null, arrivedAt: at(arrived) });
const orderOf = (...waiting: Waiting[]) => inQueueOrder(waiting).map(({ id }) => id);

describe('the order of the queue', () => {
  it.each([
    [
      'booked donors by their time, not by arrival',
      [booked('ten', '10:00', '09:00'), booked('half', '09:30', '09:25')],
      ['half', 'ten'],
    ],
    [
      'a booked donor before a walk-in who came a little earlier',
      [walkIn('walk', '09:10'), booked('booked', '09:30', '09:28')],
      ['booked', 'walk'],
    ],
    [
      'a walk-in before a booking more than half an hour later',
      [booked('booked', '10:00', '09:05'), walkIn('walk', '09:20')],
      ['walk', 'booked'],
    ],
    [
      'the booked one when both have the same time',
      [walkIn('walk', '09:00'), booked('booked', '09:30', '09:20')],
      ['booked', 'walk'],
    ],
    [
      'a donor 15 minutes late at the booked time',
      [booked('late', '09:30', '09:45'), booked('punctual', '09:40', '09:40')],
      ['late', 'punctual'],
    ],
    [
      'a donor 16 minutes late at the time of arrival',
      [booked('late', '09:30', '09:46'), booked('punctual', '09:40', '09:40')],
      ['punctual', 'late'],
    ],
    ['walk-ins as they came', [walkIn('second', '09:01'), walkIn('first', '09:00')], ['first', 'second']],
    ['equal in everything by id', [walkIn('b', '09:00'), walkIn('a', '09:00')], ['a', 'b']],
  ])('puts %s', (_what, waiting, expected) => {
    expect(orderOf(...waiting)).toEqual(expected);
  });

  const minute = fc.integer({ min: 0, max: 600 });
  const clock = (minutes: number) => new Date(Date.parse(at('08:00')) + minutes * 60_000).toISOString();
  const anybody = fc.record({
    id: fc.uuid(),
    bookedFor: fc.option(minute.map(clock), { nil: null }),
    arrivedAt: minute.map(clock),
  });

  it('is the same however the rows come from the database', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anybody, { selector: one => one.id }), people => {
        expect(inQueueOrder([...people].reverse())).toEqual(inQueueOrder(people));
      }),
    );
  });

  const minutesOf = (at: string): number => Date.parse(at) / 60_000;

  it('lets nobody in front who comes later than 15 minutes after the turn: none starves', () => {
    fc.assert(
      fc.property(anybody, anybody, (one, other) => {
        fc.pre(one.id !== other.id && minutesOf(other.arrivedAt) > minutesOf(turnOf(one)) + graceMinutes);
        expect(inQueueOrder([other, one])[0]?.id).toBe(one.id);
      }),
    );
  });

  it('never moves anybody back because of those who come: the turn is the same whoever else waits', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anybody, { selector: one => one.id, minLength: 2 }), people => {
        const [newcomer, ...before] = people;
        const after = inQueueOrder(people).filter(one => one !== newcomer);
        expect(after).toEqual(inQueueOrder(before));
      }),
    );
  });

  it('serves a walk-in within the turn, the grace and the service of those who came by then, however many have booked', () => {
    const serviceMinutes = 10;
    // Every ten minutes somebody has booked and comes in time: the one desk is never idle.
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 240 }), fc.integer({ min: 1, max: 3 }), (arrived, perTime) => {
        const walking: Waiting = { id: 'walk', bookedFor: null, arrivedAt: clock(arrived) };
        const bookings = Array.from({ length: 60 * perTime }, (_, n): Waiting => {
          const time = clock(Math.floor(n / perTime) * 10 * perTime);
          return { id: `b${String(n).padStart(3, '0')}`, bookedFor: time, arrivedAt: time };
        });
        const all = [walking, ...bookings];
        const served = new Set<string>();
        let now = 0;
        while (!served.has('walk')) {
          const [next] = inQueueOrder(all.filter(one => !served.has(one.id) && one.arrivedAt <= clock(now)));
          if (next) served.add(next.id);
          now += serviceMinutes;
        }
        const byThen = bookings.filter(({ arrivedAt }) => arrivedAt <= clock(arrived + walkInMinutes + graceMinutes));
        expect(now).toBeLessThanOrEqual(
          Math.max(arrived, byThen.length * serviceMinutes) + walkInMinutes + graceMinutes + 2 * serviceMinutes,
        );
      }),
    );
  });
});

describe('the reason told to the donor', () => {
  it.each([
    [booked('a', '09:30', '09:20'), '您预约的是 09:30，按预约时间排队。'],
    [booked('a', '09:30', '09:50'), '您比预约时间晚到超过 15 分钟，按到达时间 09:50 排队。'],
    [walkIn('a', '09:20'), '您没有预约，按到的时间加 30 分钟，排在 09:50。约在这以后的人不会排到您前面。'],
  ])('of %j', (waiting, sentence) => {
    expect(whyOf(waiting)).toBe(sentence);
  });
});

describe('the estimate', () => {
  it.each([
    [0, 0, 0],
    [1800, 1, 30],
    [1800, 2, 15],
    [600, 3, 4],
  ])('of %i seconds of service at %i desks is %i minutes', (seconds, desks, minutes) => {
    expect(estimateMinutes(seconds, desks)).toBe(minutes);
  });
});

describe('somebody in front', () => {
  it.each([
    [booked('a', '09:30', '09:20'), '预约 09:30 的献血者'],
    [booked('a', '09:30', '09:50'), '有预约、09:50 到的献血者'],
    [walkIn('a', '09:20'), '没有预约、09:20 到的献血者（按 09:50 排队）'],
    [{ ...walkIn('a', '09:20'), turnAt: at('10:05') }, '叫过号、按 10:05 重新排队的献血者'],
  ])('is named by class and time alone: %j', (waiting, text) => {
    expect(sayInFront(waiting).text).toBe(text);
  });
});
