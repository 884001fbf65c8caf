import { readYuan, sayYuan } from './money';

describe('amounts', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [88_000, '880.00'],
    [123_456_789, '1,234,567.89'],
    [-4_350, '-43.50'],
  ])('%d fen are written %s', (fen, text) => expect(sayYuan(fen)).toBe(text));

  it.each([
    ['4.35', 435],
    ['1,234.5', 123_450],
    ['880元', 88_000],
    [' 0.1 ', 10],
    ['', null],
    ['1.234', null],
    ['-5', null],
    ['五百', null],
  ])('%j is read as %j fen', (text, fen) => expect(readYuan(text)).toBe(fen));
});
