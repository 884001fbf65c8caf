import fc from 'fast-check';
import { dinCheckCharacter, isValidDin, parseDin } from './identifiers';

describe('donation numbers (ISBT 128)', () => {
  it.each([
    ['ABCDE27000069', 'C'],
    ['G123498654321', 'H'],
    ['W000005123456', 'A'],
    ['A999914123456', 'N'],
    ['N000125000001', 'P'],
    ['N000125000010', 'N'],
    ['N000125000038', '*'],
    ['N000125000288', '0'],
    ['N999926999999', 'D'],
    ['07944', 'F'],
  ])('gives %s the check character %s', (din, check) => {
    expect(dinCheckCharacter(din)).toBe(check);
  });

  it('makes number and check congruent to 1 modulo 37', () => {
    const values = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*';
    fc.assert(
      fc.property(fc.stringMatching(/^[A-NP-Z1-9]\d{12}$/), din => {
        const whole = din + dinCheckCharacter(din);
        expect(Array.from(whole).reduce((sum, character) => (sum * 2 + values.indexOf(character)) % 37, 0)).toBe(1);
      }),
    );
  });

  it.each([
    ['G123498654321H', 'G123498654321', 'H'],
    ['=G123498654321H', 'G123498654321', 'H'],
    [' g1234 98 654321 h ', 'G123498654321', 'H'],
    ['N000125000038*', 'N000125000038', '*'],
    ['=G12349865432100', 'G123498654321', 'H'],
  ])('reads %p', (text, din, check) => {
    expect(parseDin(text)).toEqual({ din, check });
  });

  it.each([
    '',
    '=',
    'G123498654321',
    'G123498654321J',
    'O123498654321H',
    'G1234986543 1H',
    'G123498654321HH',
    '=O12349865432100',
  ])('refuses %p', text => {
    expect(parseDin(text)).toBeUndefined();
  });

  it('finds every single wrong digit and every swap of neighbours', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^N\d{12}$/),
        fc.integer({ min: 1, max: 11 }),
        fc.integer({ min: 1, max: 9 }),
        (din, at, shift) => {
          const check = dinCheckCharacter(din);
          const wrong = din.slice(0, at) + String((Number(din.charAt(at)) + shift) % 10) + din.slice(at + 1);
          expect(isValidDin(wrong, check)).toBe(false);
          const swapped = din.slice(0, at) + din.charAt(at + 1) + din.charAt(at) + din.slice(at + 2);
          expect(isValidDin(swapped, check)).toBe(swapped === din);
        },
      ),
    );
  });
});
