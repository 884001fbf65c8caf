import { codeOfBatch, minutesToFetch } from './batch-code';

const start = Date.parse('2026-03-05T01:00:00.000Z');
const minute = (n: number) => new Date(start + n * 60_000).toISOString();
const batch = {
  ...{ session: 'one', turn: 3 },
  codes: Array.from({ length: 120 }, (_, n) => ({ text: `BD1:${n}`, issuedAt: minute(n), expiresAt: minute(n + 1) })),
};

describe('codes made in advance', () => {
  it.each([
    [0, 'BD1:0'],
    [59_999, 'BD1:0'],
    [60_000, 'BD1:1'],
    [119 * 60_000, 'BD1:119'],
  ])('%d ms after the first the code of that minute is shown', (ms, text) => {
    expect(codeOfBatch(batch, start + ms)?.segments).toEqual([{ mode: 'alphanumeric', data: text }]);
  });

  it('are none before the first minute and after the last', () => {
    expect([codeOfBatch(batch, start - 1), codeOfBatch(batch, start + 120 * 60_000)]).toEqual([null, null]);
  });

  it('are replaced at the end of their minute', () => {
    expect(codeOfBatch(batch, start + 20_000)).toMatchObject({ redrawAt: 40_000, endsAt: 40_000 });
  });

  it.each([
    ['there are none', null, 3, 0, 10],
    ['more than an hour is left', batch, 3, 59, 0],
    ['less than an hour is left', batch, 3, 61, 120],
    ['they have ended', batch, 3, 120, 10],
    ['another phone was used since', batch, 4, 0, 10],
  ] as const)('are fetched when needed, few at first: %s', (_name, held, turn, minutes, fetched) => {
    expect(minutesToFetch(held, turn, start + minutes * 60_000)).toBe(fetched);
  });
});
