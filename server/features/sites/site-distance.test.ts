import { distanceMetres } from './site-distance';

const hangzhou = { latitude: 30.25, longitude: 120.165 };

describe('the distance to a site', () => {
  it.each([
    ['nothing to itself', hangzhou, 0],
    ['111 km to one degree north', { latitude: 31.25, longitude: 120.165 }, 111_195],
    ['96 km to one degree east at this latitude', { latitude: 30.25, longitude: 121.165 }, 96_053],
  ])('is %s', (_what, to, metres) => {
    expect(Math.abs(distanceMetres(hangzhou, to) - metres)).toBeLessThanOrEqual(50);
  });

  it('is the same both ways', () => {
    const ningbo = { latitude: 29.8713, longitude: 121.5365 };
    expect(distanceMetres(hangzhou, ningbo)).toBe(distanceMetres(ningbo, hangzhou));
  });
});
