import { shortestSignature, signatureLength } from './signature-length';

describe('the length of a signature', () => {
  it.each([
    ['a dot', [[[500, 200]]], 0],
    ['ten dots', Array.from({ length: 10 }, (_, n) => [[n * 90, 200]]), 0],
    [
      'a line',
      [
        [
          [0, 0],
          [300, 400],
        ],
      ],
      500,
    ],
    [
      'two strokes, not the way between them',
      [
        [
          [0, 0],
          [100, 0],
        ],
        [
          [900, 0],
          [900, 50],
        ],
      ],
      150,
    ],
  ] as [string, [number, number][][], number][])('of %s', (_what, strokes, length) => {
    expect(signatureLength(strokes)).toBe(length);
  });

  it('must be more than that of a tick', () => {
    expect(
      signatureLength([
        [
          [400, 200],
          [450, 250],
          [540, 120],
        ],
      ]),
    ).toBeGreaterThan(shortestSignature);
    expect(
      signatureLength([
        [
          [400, 200],
          [430, 230],
          [500, 150],
        ],
      ]),
    ).toBeLessThan(shortestSignature);
  });
});
