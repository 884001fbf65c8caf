import * as fc from 'fast-check';
import { fenOf, yuanOf } from './money';

describe('yuan and fen', () => {
  it.each([
    ['12.30', 1230],
    ['12.3', 1230],
    ['12', 1200],
    ['0.07', 7],
    ['1.2300', 123],
    [19.99, 1999],
    ['-5.00', -500],
    ['-0', 0],
  ])('%s yuan is %d fen', (yuan, fen) => {
    expect(fenOf(yuan)).toBe(fen);
  });

  it.each(['', '1.234', '1,000.00', '１２', 'abc', '1e3', null, undefined, {}])('%p is no amount', value => {
    expect(fenOf(value)).toBeUndefined();
  });

  it('comes back unchanged for every amount', () => {
    fc.assert(fc.property(fc.integer({ min: -1e12, max: 1e12 }), fen => fenOf(yuanOf(fen)) === (fen === 0 ? 0 : fen)));
  });
});
