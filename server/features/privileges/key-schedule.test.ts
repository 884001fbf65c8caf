import { plusSeconds } from '@server/platform/clock';
import { currentKey, nextKeyTimes } from './key-schedule';

const DAY = 86_400;
const start = '2026-03-05T01:00:00.000Z';
const at = (days: number) => plusSeconds(start, days * DAY);
const first = { signFrom: at(0), signUntil: at(90), verifyUntil: at(92) };
const second = { signFrom: at(90), signUntil: at(180), verifyUntil: at(182) };

describe('rotation of a signing key', () => {
  it.each([
    ['begins with a key that signs at once', [], 0, first],
    ['makes nothing while the key has more than a week', [first], 82, undefined],
    ['publishes the next key a week before it signs', [first], 83, second],
    ['makes nothing when the next key is there', [first, second], 84, undefined],
    ['begins anew after a long stop', [first], 100, { signFrom: at(100), signUntil: at(190), verifyUntil: at(192) }],
  ])('%s', (_name, existing, day, expected) => {
    expect(nextKeyTimes('live', existing, at(day))).toEqual(expected);
  });

  it.each([
    [89, first],
    [90, second],
    [180, undefined],
  ])('on day %d signs with the key of that time', (day, expected) => {
    expect(currentKey([second, first], at(day))).toBe(expected);
  });
});
