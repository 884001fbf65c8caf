import * as fc from 'fast-check';
import { learn, serviceMinutes, serviceTimes } from './service-times';

describe('the time that a stage takes', () => {
  it('is a guess until somebody was served there', () => {
    const times = serviceTimes([{ stage: 'test', type: 'whole_blood', served: 3, meanSeconds: 90 }]);
    expect([times.test.whole_blood, times.test.platelets, times.draw.platelets]).toEqual([90, 300, 3600]);
    expect(serviceMinutes(times)).toEqual({ register: 3, interview: 5, test: 2, draw: 10, rest: 15 });
  });

  it('is the mean of those served, and lies between the shortest and the longest', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 7200 }), { minLength: 1, maxLength: 200 }), seconds => {
        const { served, meanSeconds } = seconds.reduce(learn, { served: 0, meanSeconds: 0 });
        expect(served).toBe(seconds.length);
        expect(meanSeconds).toBeGreaterThanOrEqual(Math.min(...seconds));
        expect(meanSeconds).toBeLessThanOrEqual(Math.max(...seconds));
      }),
    );
  });

  it('follows a new pace within twenty or so', () => {
    const slow = Array.from({ length: 100 }, () => 600).reduce(learn, { served: 0, meanSeconds: 0 });
    expect(Array.from({ length: 60 }, () => 60).reduce(learn, slow).meanSeconds).toBeLessThan(100);
  });
});
