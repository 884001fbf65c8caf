import { draftOf, readPosition } from './read-position';

describe('a position that was typed', () => {
  it.each([
    ['30.2461', '120.15', { latitude: 30.2461, longitude: 120.15 }],
    [' 30 ', '120', { latitude: 30, longitude: 120 }],
    ['', '', null],
  ])('%s, %s is taken', (latitude, longitude, position) => {
    expect(readPosition({ latitude, longitude })).toEqual({ position, problems: {} });
  });

  it.each([
    ['30.2', '', ['longitude']],
    ['', '120', ['latitude']],
    ['120.15', '30.2461', ['latitude', 'longitude']],
    ['北纬30', '120', ['latitude']],
  ])('%s, %s is refused at %s', (latitude, longitude, fields) => {
    const { position, problems } = readPosition({ latitude, longitude });
    expect([position, Object.keys(problems)]).toEqual([null, fields]);
  });

  it('reads back what it was written from', () => {
    const position = { latitude: 30.246123, longitude: 120.15 };
    expect(readPosition(draftOf(position)).position).toEqual(position);
  });
});
