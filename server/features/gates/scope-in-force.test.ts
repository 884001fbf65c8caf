import { scopeByte, SCOPE_NAMES, type ScopeName, scopeNames } from '@privilege-code/scope';
import type { PlaceType } from '@rules/place-type';
import { scopeInForce } from './scope-in-force';

const every = scopeByte(SCOPE_NAMES);
const opens = (city: string, type: PlaceType | '', day: string, scope = every): ScopeName[] =>
  scopeNames(scopeInForce({ city, type, scope }, day));

describe('a gate opens what its city grants on the day of the scan', () => {
  it.each<[string, PlaceType | '', string, ScopeName[]]>([
    ['杭州市', 'metro', '2026-03-05', ['transit', 'park', 'hospital']],
    ['温州市', 'ferry', '2026-03-05', ['park', 'hospital']],
    ['舟山市', 'ferry', '2026-03-05', ['park', 'hospital']],
    // Registered before the type was asked for: some transport of the city is granted.
    ['温州市', '', '2026-03-05', ['transit', 'park', 'hospital']],
    ['杭州市', 'metro', '2013-12-31', []],
    ['杭州市', 'metro', '2014-01-01', ['transit', 'park', 'hospital']],
  ])('%s, %s, on %s: %s', (city, type, day, names) => {
    expect(opens(city, type, day)).toEqual(names);
  });

  it('and never more than it was registered for', () => {
    expect(opens('杭州市', 'park', '2026-03-05', scopeByte(['park']))).toEqual(['park']);
  });

  it('decides each day anew', () => {
    const days = ['2026-03-05', '2013-12-31', '2026-03-05'];
    expect(days.map(day => opens('杭州市', 'bus', day).length)).toEqual([3, 0, 3]);
  });
});
