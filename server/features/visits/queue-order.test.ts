import * as fc from 'fast-check';
import { estimateMinutes, inQueueOrder, turnOf, whyOf, type Waiting } from './queue-order';

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

  it('lets nobody who comes later and has a later time go before a walk-in: none starves', () => {
    fc.assert(
      fc.property(anybody, minute.map(clock), (other, arrivedAt) => {
        const walking: Waiting = { id: 'walk-in', bookedFor: null, arrivedAt };
        fc.pre(other.bookedFor !== null && other.bookedFor > turnOf(walking));
        expect(inQueueOrder([other, walking])[0]?.id).toBe('walk-in');
      }),
    );
  });
});

describe('the reason told to the donor', () => {
  it.each([
    [booked('a', '09:30', '09:20'), '您预约的是 09:30，按预约时间排队。'],
    [booked('a', '09:30', '09:50'), '您比预约时间晚到超过 15 分钟，按到达时间 09:50 排队。'],
    [walkIn('a', '09:20'), '您没有预约，按到达后 30 分钟（09:50）排队，约在这以后的人不会排到您前面。'],
  ])('of %j', (waiting, sentence) => {
    expect(whyOf(waiting)).toBe(sentence);
  });
});

describe('the estimate', () => {
  it.each([
    [0, 0, 0],
    [3, 1, 30],
    [3, 2, 15],
    [1, 3, 4],
  ])('with %i in front at %i desks is %i minutes', (ahead, desks, minutes) => {
    expect(estimateMinutes(ahead, desks)).toBe(minutes);
  });
});
