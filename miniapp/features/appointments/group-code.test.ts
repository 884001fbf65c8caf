import { codeIn, spaced } from './group-code';

describe('a group code', () => {
  it.each([
    ['bare', '7kqw3mpd', '7KQW3MPD'],
    ['with spaces or hyphens', ' 7KQW-3MPD ', '7KQW3MPD'],
    ['in a link', 'https://example.org/#/features/appointments/pages/group?code=7KQW3MPD', '7KQW3MPD'],
    ['in a link with more', 'https://example.org/#/x?a=1&code=7KQW3MPD&b=2', '7KQW3MPD'],
  ])('is found %s', (_case, text, code) => {
    expect(codeIn(text)).toBe(code);
  });

  it('is written in two parts', () => {
    expect(spaced('7KQW3MPD')).toBe('7KQW 3MPD');
  });
});
