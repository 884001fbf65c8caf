import { cityPrivilege, grantAt, privilegeCities } from './city-privilege';
import { honorCityEditions, type HonorCityRules } from './editions/honor-city';
import type { Edition } from './edition-model';
import { placeTypes, type PlaceType } from './place-type';

const on = '2026-03-05';

describe('the 三免 privilege in a city', () => {
  it.each<[string, PlaceType, boolean, boolean, string]>([
    ['杭州市', 'metro', true, true, 'HC-HANGZHOU-METRO'],
    ['杭州市', 'bus', true, true, 'HC-HANGZHOU-BUS'],
    ['宁波市', 'metro', true, true, 'HC-PROVINCE-METRO'],
    ['舟山市', 'ferry', false, false, 'HC-ZHOUSHAN-FERRY'],
    ['温州市', 'ferry', false, false, 'HC-PROVINCE-FERRY'],
    ['义乌市', 'hospital', true, true, 'HC-YIWU-HOSPITAL'],
    ['义乌市', 'park', true, true, 'HC-PROVINCE-PARK'],
    ['丽水市', 'museum', true, true, 'HC-PROVINCE-MUSEUM'],
    ['衢州市', 'bus', true, true, 'HC-PROVINCE-BUS'],
  ])('%s, %s: granted %s, confirmed %s by %s', (city, type, granted, confirmed, ruleId) => {
    expect(grantAt(city, type, on)).toMatchObject({ granted, confirmed, ruleId });
  });

  it.each([
    ['before the city speaks', '2015-06-30', 'HC-PROVINCE-METRO'],
    ['from the day on which it does', '2015-07-01', 'HC-HANGZHOU-METRO'],
  ])('is decided by the edition of the day: %s', (_when, day, ruleId) => {
    expect(grantAt('杭州市', 'metro', day)).toMatchObject({ ruleId });
  });

  it('is granted nowhere before the first edition', () => {
    expect(grantAt('杭州市', 'bus', '2013-12-31')).toMatchObject({ granted: false });
    expect(cityPrivilege('杭州市', '2013-12-31')).toBeNull();
  });

  it('ends where a city of its own takes it back', () => {
    const [province] = honorCityEditions;
    if (!province) throw new Error('no edition of the province');
    const rules = {
      ...province.rules,
      city: { ...province.rules.city, value: '宁波市' },
      metro: { ...province.rules.city, id: 'HC-TEST-METRO', value: false },
    };
    const own: Edition<HonorCityRules, 'honor-city'> = { ...province, effectiveFrom: '2026-01-01', rules };
    expect(grantAt('宁波市', 'metro', on, [...honorCityEditions, own])).toMatchObject({ granted: false });
    expect(grantAt('杭州市', 'metro', on, [...honorCityEditions, own])).toMatchObject({ granted: true });
  });

  it.each(privilegeCities.map(city => [city]))(
    'is told for every kind of place in %s, each value with a source',
    city => {
      const { grants, form } = cityPrivilege(city, on) ?? { grants: [], form: '' };
      expect(grants.map(({ type }) => type)).toEqual(placeTypes);
      expect(grants.filter(({ source, ruleId }) => source === '' || ruleId === '')).toEqual([]);
      expect(form).not.toBe('');
    },
  );

  it('says of each city what is known of its practice and whether it is confirmed', () => {
    expect(cityPrivilege('义乌市', on)?.notes).toContainEqual(
      expect.objectContaining({ name: '看门诊', text: '同时出示荣誉证和身份证', confirmed: true }),
    );
    expect(cityPrivilege('宁波市', on)?.notes.some(({ confirmed }) => !confirmed)).toBe(true);
  });
});
