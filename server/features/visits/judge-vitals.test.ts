import { judgeVitals } from './judge-vitals';

const on = '2026-03-05';
const man = { sex: 'male', type: 'whole_blood' } as const;
const well = {
  weightTenths: 650,
  systolic: 120,
  diastolic: 80,
  pulse: 70,
  temperatureTenths: 366,
  haemoglobin: 150,
  quickAlt: 'normal',
  quickHbsag: 'negative',
} as const;

describe('measurements', () => {
  it('within the limits stand against nothing', () => {
    expect(judgeVitals(man, well, on)).toEqual([]);
    expect(judgeVitals(man, {}, on)).toEqual([]);
  });

  it.each([
    ['weightTenths', { weightTenths: 499 }, 'WT-M', true],
    ['systolic', { systolic: 140 }, 'BP-SYS', true],
    ['diastolic', { diastolic: 59 }, 'BP-DIA', true],
    ['pulse', { pulse: 101 }, 'PULSE', true],
    // A local rule: only recommended ones may be set aside.
    ['temperatureTenths', { temperatureTenths: 376 }, 'TEMP', false],
    ['haemoglobin', { haemoglobin: 119 }, 'HB-M', false],
    ['quickAlt', { quickAlt: 'raised' }, 'LAB-ALT', false],
    ['quickHbsag', { quickHbsag: 'positive' }, 'LAB-HBV', false],
  ] as const)('of %s outside, %j, name the rule %s; the physician may let it pass: %s', (field, given, ruleId, may) => {
    expect(judgeVitals(man, { ...well, ...given }, on)).toMatchObject([
      { field, ruleId, mayOverride: may, overridden: false },
    ]);
  });

  it('propose another day for a figure, and leave a positive strip to the physician', () => {
    expect(judgeVitals(man, { systolic: 150 }, on)).toMatchObject([{ until: '2026-03-06', permanent: false }]);
    expect(judgeVitals(man, { quickHbsag: 'positive' }, on)).toMatchObject([{ until: null }]);
  });

  it('know a slower pulse of an endurance athlete, and platelets', () => {
    expect(judgeVitals(man, { pulse: 52, enduranceAthlete: true }, on)).toEqual([]);
    expect(
      judgeVitals({ ...man, type: 'platelets' }, { plateletCount: 149, haematocritThousandths: 359 }, on),
    ).toMatchObject([
      { field: 'haematocritThousandths', ruleId: 'PLT-HCT' },
      { field: 'plateletCount', ruleId: 'PLT-PRE' },
    ]);
  });
});
