import fc from 'fast-check';
import { SeenNumbers } from './seen-numbers';

describe('numbers seen in a file', () => {
  it('tells the first time of every number from all later ones', () => {
    const serial = fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 999_999 }));
    const number = fc
      .tuple(fc.constantFrom('Z990125', 'Z990126', 'Z990225'), serial)
      .map(([prefix, value]) => prefix + String(value).padStart(6, '0'));
    fc.assert(
      fc.property(fc.array(number, { maxLength: 200 }), numbers => {
        const seen = new SeenNumbers();
        const known = new Set<string>();
        for (const one of numbers) {
          expect(seen.add(one)).toBe(!known.has(one));
          known.add(one);
        }
      }),
    );
  });
});
