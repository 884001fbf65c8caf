import type { VisitMessage } from '@contract/queue-push';
import { dueAt, type Told } from './push-rule';

const at = (given: Partial<VisitMessage>): VisitMessage => ({
  v: 1,
  type: 'visit',
  version: 1,
  stage: 'draw',
  state: 'waiting',
  ahead: 40,
  estimateMinutes: 60,
  desk: null,
  ...given,
});
const told = (given: Partial<VisitMessage> = {}): Told => ({ message: at(given), atMs: 0 });
const minute = 60_000;

describe('what a phone is told at once', () => {
  it.each([
    ['the first time', undefined, at({})],
    ['a call', told(), at({ version: 2, state: 'called', ahead: null, estimateMinutes: null, desk: '1 号采血椅' })],
    ['a recall', told({ state: 'called' }), at({ state: 'called', version: 2 })],
    ['being the next', told({ ahead: 1 }), at({ ahead: 0 })],
  ])('%s', (_what, before, next) => {
    expect(dueAt(before, next, 1)).toBe(0);
  });
});

describe('what can wait', () => {
  it('is nothing when the place is the same and the minutes go by as told', () => {
    expect(dueAt(told(), at({ estimateMinutes: 30 }), 30 * minute)).toBeUndefined();
  });

  it('is an estimate that is wrong by half', () => {
    expect(dueAt(told({ estimateMinutes: 20 }), at({ estimateMinutes: 40 }), minute)).toBe(5 * minute);
  });

  it.each([
    ['five minutes, an hour before the turn', { ahead: 39, estimateMinutes: 60 }, 5 * minute],
    ['half the time that is left', { ahead: 5, estimateMinutes: 6 }, 3 * minute],
    ['a minute, close by', { ahead: 3, estimateMinutes: 1 }, minute],
    ['ten seconds, as one of the next three', { ahead: 2, estimateMinutes: 20 }, 10_000],
  ])('%s', (_what, next, due) => {
    expect(dueAt(told(), at(next), 5000)).toBe(due);
    expect(dueAt(told(), at(next), due)).toBe(0);
  });
});
