import { limitHint, marksOf, problemsOf, sayMeasured, vitalsOf } from './vitals-form';

const she = { sex: 'female', type: 'whole_blood' } as const;
const on = '2026-03-05';
const good = {
  weightTenths: '56.5',
  systolic: '118',
  diastolic: '76',
  pulse: '72',
  temperatureTenths: '36.6',
  haemoglobin: '128',
} as const;

describe('the quick test at the handheld', () => {
  it('sends what was typed in the units of the service', () => {
    expect(vitalsOf({ ...good, quickAlt: 'normal' }, she)).toEqual({
      ...{ weightTenths: 565, systolic: 118, diastolic: 76, pulse: 72, temperatureTenths: 366, haemoglobin: 128 },
      quickAlt: 'normal',
    });
    expect(problemsOf(good, she)).toEqual({});
    expect(marksOf(good, she, on)).toEqual({});
  });

  it('marks a figure outside its limit at once, by the rule for this donor', () => {
    expect(marksOf({ ...good, haemoglobin: '114' }, she, on)).toEqual({
      haemoglobin: '女性血红蛋白要求不低于 115 g/L。',
    });
    expect(marksOf({ ...good, haemoglobin: '118' }, { ...she, sex: 'male' }, on)).toHaveProperty('haemoglobin');
    expect(Object.keys(marksOf({ systolic: '140', diastolic: '120' }, she, on)).sort()).toEqual([
      'diastolic',
      'systolic',
    ]);
  });

  it('says the limit below the label', () => {
    expect(limitHint('pulse', 'female', on)).toBe('60–100 次/分');
    expect(limitHint('haemoglobin', 'male', on)).toBe('不低于 120 g/L');
  });

  it('says nothing about a number that is still being typed', () => {
    expect(marksOf({ systolic: '1' }, she, on)).toEqual({});
    expect(marksOf({ weightTenths: '' }, she, on)).toEqual({});
  });

  it('asks for what is missing and what no device shows', () => {
    expect(Object.keys(problemsOf({ ...good, pulse: '', systolic: '7', haemoglobin: '一二' }, she)).sort()).toEqual([
      'haemoglobin',
      'pulse',
      'systolic',
    ]);
  });

  it('asks for platelets and haematocrit only before an apheresis', () => {
    expect(Object.keys(problemsOf(good, { type: 'platelets' })).sort()).toEqual([
      'haematocritThousandths',
      'plateletCount',
    ]);
    expect(
      vitalsOf({ ...good, haematocritThousandths: '0.42', plateletCount: '210' }, { type: 'platelets' }),
    ).toMatchObject({ haematocritThousandths: 420, plateletCount: 210 });
  });

  it('is read back as it was typed', () => {
    expect(sayMeasured({ weightTenths: 565, quickHbsag: 'negative' })).toEqual([
      { label: '体重', value: '56.5 公斤' },
      { label: '乙肝快检', value: '阴性' },
    ]);
  });
});
