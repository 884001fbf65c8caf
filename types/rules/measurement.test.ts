import { editions } from './edition';
import { deferralRules, findDeferralRule } from './deferral';
import { checkMeasurements } from './measurement';
import type { Measurements } from './measurement';

const on = '2026-11-22';
const normal: Measurements = {
  ...{ sex: 'male', type: 'whole_blood', weightKg: 65, systolic: 120, diastolic: 80, pulse: 72 },
  ...{ pulseRegular: true, temperature: 36.5, hbGL: 140, volumeMl: 400 },
};
const woman: Partial<Measurements> = { sex: 'female' };
const forPlatelets: Partial<Measurements> = {
  ...{ type: 'platelets', volumeMl: undefined, haematocrit: 0.42, plateletsBefore: 220, plateletsAfter: 150 },
  unitsTenths: 10,
};
const broken = (more: Partial<Measurements>) =>
  checkMeasurements({ ...normal, ...more }, on).map(({ ruleId, effect }) => `${ruleId} ${effect}`);

describe('the limits of the examination', () => {
  it.each<[string, Partial<Measurements>, string[]]>([
    ['everything as it ought to be', {}, []],
    ['a man of 50 kg', { weightKg: 50 }, []],
    ['a man of 49.9 kg', { weightKg: 49.9 }, ['WT-M doctor']],
    ['a woman of 45 kg', { ...woman, weightKg: 45 }, []],
    ['a woman of 44.9 kg', { ...woman, weightKg: 44.9 }, ['WT-F doctor']],
    ['systolic 90', { systolic: 90, diastolic: 60 }, []],
    ['systolic 89 with too little between', { systolic: 89, diastolic: 60 }, ['BP-SYS doctor', 'BP-PP doctor']],
    ['systolic 139', { systolic: 139 }, []],
    ['systolic 140', { systolic: 140 }, ['BP-SYS doctor']],
    ['diastolic 60', { diastolic: 60 }, []],
    ['diastolic 59', { diastolic: 59 }, ['BP-DIA doctor']],
    ['diastolic 89', { diastolic: 89 }, []],
    ['diastolic 90', { diastolic: 90 }, ['BP-DIA doctor']],
    ['30 between', { systolic: 110, diastolic: 80 }, []],
    ['29 between', { systolic: 109, diastolic: 80 }, ['BP-PP doctor']],
    ['pulse 60', { pulse: 60 }, []],
    ['pulse 59', { pulse: 59 }, ['PULSE doctor']],
    ['pulse 100', { pulse: 100 }, []],
    ['pulse 101', { pulse: 101 }, ['PULSE doctor']],
    ['an athlete with 50', { pulse: 50, enduranceAthlete: true }, []],
    ['an athlete with 49', { pulse: 49, enduranceAthlete: true }, ['PULSE-A doctor']],
    ['an athlete with 101', { pulse: 101, enduranceAthlete: true }, ['PULSE doctor']],
    ['a pulse out of beat', { pulseRegular: false }, ['PULSE doctor']],
    ['37.5 degrees', { temperature: 37.5 }, []],
    ['37.6 degrees', { temperature: 37.6 }, ['TEMP doctor']],
    ['a man with 120 g/L', { hbGL: 120 }, []],
    ['a man with 119 g/L', { hbGL: 119 }, ['HB-M no']],
    ['a woman with 115 g/L', { ...woman, hbGL: 115 }, []],
    ['a woman with 114 g/L', { ...woman, hbGL: 114 }, ['HB-F no']],
    ['a man whose blood is too light', { gravity: 1.0519 }, ['SG-M doctor']],
    ['a woman whose blood is heavy enough', { ...woman, gravity: 1.051 }, []],
    ['300 ml', { volumeMl: 300 }, []],
    ['250 ml', { volumeMl: 250 }, ['VOL-W no']],
    ['500 ml', { volumeMl: 500 }, ['VOL-W no']],
    ['platelets', forPlatelets, []],
    ['a haematocrit of 0.36', { ...forPlatelets, haematocrit: 0.36 }, []],
    ['a haematocrit of 0.35', { ...forPlatelets, haematocrit: 0.35 }, ['PLT-HCT no']],
    ['150 platelets', { ...forPlatelets, plateletsBefore: 150 }, []],
    ['149 platelets', { ...forPlatelets, plateletsBefore: 149 }, ['PLT-PRE no']],
    ['449 platelets', { ...forPlatelets, plateletsBefore: 449 }, []],
    ['450 platelets', { ...forPlatelets, plateletsBefore: 450 }, ['PLT-PRE-MAX doctor']],
    ['100 left', { ...forPlatelets, plateletsAfter: 100 }, []],
    ['99 left', { ...forPlatelets, plateletsAfter: 99 }, ['PLT-POST doctor']],
    ['one and a half units', { ...forPlatelets, unitsTenths: 15 }, []],
    ['two units', { ...forPlatelets, unitsTenths: 20 }, []],
    ['more than two units', { ...forPlatelets, unitsTenths: 21 }, ['VOL-P no']],
    ['one unit and 200 ml of plasma', { ...forPlatelets, plasmaMl: 200 }, []],
    ['one unit and 201 ml of plasma', { ...forPlatelets, plasmaMl: 201 }, ['VOL-P-PLASMA no']],
    ['two units and plasma', { ...forPlatelets, unitsTenths: 20, plasmaMl: 100 }, ['VOL-P-PLASMA no']],
    ['ten litres a year', { ...forPlatelets, apheresisYearMl: 10_000 }, []],
    ['more than ten litres a year', { ...forPlatelets, apheresisYearMl: 10_001 }, ['VOL-P-YEAR no']],
    ['platelet limits before whole blood', { haematocrit: 0.3, plateletsBefore: 100 }, []],
  ])('%s', (_title, more, expected) => {
    expect(broken(more)).toEqual(expected);
  });

  it('judges nothing that was not measured', () => {
    expect(checkMeasurements({ sex: 'female', type: 'platelets' }, on)).toEqual([]);
  });

  it('says the limit with its source and force, not the person’s value', () => {
    expect(checkMeasurements({ ...normal, systolic: 151 }, on)).toEqual([
      {
        field: 'systolic',
        ruleId: 'BP-SYS',
        effect: 'doctor',
        value: '90–140 mmHg',
        text: '收缩压（高压）要求不低于 90、低于 140 mmHg',
        source: 'GB 18467-2011《献血者健康检查要求》',
        force: 'recommended',
        confirmed: true,
        edition: 'cn-donation-2011',
      },
    ]);
  });
});

describe('the rules a person can be deferred by', () => {
  const choices = deferralRules(on);
  const find = (id: string) => choices.find(choice => choice.id === id);

  it('gives each an id once, a title, a force and a source', () => {
    expect(new Set(choices.map(({ id }) => id)).size).toBe(choices.length);
    expect(choices.filter(({ title, force, source }) => !title || !force || !source)).toEqual([]);
    expect(choices.every(({ id }) => id.length <= 20)).toBe(true);
  });

  it.each([
    ['T-21', { kind: 'question', permanent: false, defaultWaitDays: 365, force: 'recommended' }],
    ['T-02', { kind: 'question', permanent: false, defaultWaitDays: 14 }],
    ['T-22', { kind: 'question', permanent: false, defaultWaitDays: null }],
    ['P-02', { kind: 'question', permanent: true, defaultWaitDays: null, concealed: false }],
    ['P-14', { permanent: true, concealed: true }],
    ['BP-SYS', { kind: 'measurement', permanent: false, defaultWaitDays: null, force: 'recommended' }],
    ['HB-F', { kind: 'measurement', force: 'mandatory' }],
    ['LAB-HIV', { kind: 'test', concealed: true, force: 'mandatory' }],
  ])('knows %s', (id, expected) => {
    expect(find(id)).toMatchObject(expected);
    expect(findDeferralRule(id, on)?.id).toBe(id);
  });

  it('has a deferral for every limit that is measured, and none for a volume', () => {
    const limits = Object.entries(editions.donation[0]?.rules ?? {}).filter(([key]) => key.startsWith('limit'));
    for (const [, { id }] of limits) expect(find(id) === undefined).toBe(id.startsWith('VOL-'));
  });

  it('conceals every test of the blood', () => {
    expect(choices.filter(({ kind, concealed }) => kind === 'test' && !concealed)).toEqual([]);
  });
});
