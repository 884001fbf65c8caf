import { grantAt, privilegeCities } from '@rules/city-privilege';
import { demoGates, demoPlaces } from './demo-places';

const on = '2026-03-05';

describe('the places of the demonstration', () => {
  it('stand in every city, each kind of privilege at least once but where nothing is written', () => {
    for (const city of privilegeCities.filter(name => name !== '义乌市'))
      expect(new Set(demoPlaces.filter(place => place.city === city).map(({ type }) => type)).size).toBeGreaterThan(2);
  });

  it('stand where the city grants something, within the province, once', () => {
    expect(demoPlaces.filter(({ city, type }) => !grantAt(city, type, on).granted)).toEqual([]);
    const outside = demoPlaces.filter(
      ({ position: { latitude, longitude } }) =>
        latitude < 27 || latitude > 31.3 || longitude < 118 || longitude > 122.9,
    );
    expect(outside).toEqual([]);
    expect(new Set(demoPlaces.map(({ city, name }) => `${city} ${name}`)).size).toBe(demoPlaces.length);
  });

  it('are where the gates stand', () => {
    for (const { city, place } of demoGates)
      expect(demoPlaces.some(one => one.city === city && one.name === place)).toBe(true);
  });
});
