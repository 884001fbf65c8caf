import { type InputDraft, type Output } from '@contract/endpoint';
import { type recordVitals } from '@contract/visits';
import { getDonationEdition } from '@rules/donation-edition';
import { type CalendarDate } from '@rules/calendar';
import { valueText } from '@rules/edition';
import { checkMeasurements, type MeasurementField } from '@rules/measurement';
import { type StaffVisit } from './nurse-words';

type Given = Omit<InputDraft<typeof recordVitals>, 'visitId' | 'override' | 'version'>;
export type VitalsFinding = Output<typeof recordVitals>['findings'][number];
type Figure =
  | 'weightTenths'
  | 'systolic'
  | 'diastolic'
  | 'pulse'
  | 'temperatureTenths'
  | 'haemoglobin'
  | 'haematocritThousandths'
  | 'plateletCount';
type Strip = Pick<Given, 'quickAlt' | 'quickHbsag' | 'quickAbo' | 'enduranceAthlete'>;

export type VitalsForm = Readonly<Partial<Record<Figure, string>>> & Strip;

interface FigureField {
  readonly name: Figure;
  readonly label: string;
  readonly unit: string;
  /** What is sent is this many times what is typed. */
  readonly times: 1 | 10 | 1000;
  readonly measures: MeasurementField;
  readonly least: number;
  readonly most: number;
  readonly onlyPlatelets?: true;
}

/** In the order of the examination; least and most are what the server takes, not what is healthy. */
const all: readonly FigureField[] = [
  { name: 'weightTenths', label: '体重', unit: '公斤', times: 10, measures: 'weightKg', least: 20, most: 300 },
  { name: 'systolic', label: '收缩压（高压）', unit: 'mmHg', times: 1, measures: 'systolic', least: 40, most: 300 },
  { name: 'diastolic', label: '舒张压（低压）', unit: 'mmHg', times: 1, measures: 'diastolic', least: 20, most: 200 },
  { name: 'pulse', label: '脉搏', unit: '次/分', times: 1, measures: 'pulse', least: 20, most: 250 },
  { name: 'temperatureTenths', label: '体温', unit: '℃', times: 10, measures: 'temperature', least: 30, most: 45 },
  { name: 'haemoglobin', label: '血红蛋白', unit: 'g/L', times: 1, measures: 'hbGL', least: 20, most: 300 },
  {
    ...{ name: 'haematocritThousandths', label: '红细胞比容', unit: '', times: 1000, measures: 'haematocrit' },
    ...{ least: 0.1, most: 0.8, onlyPlatelets: true },
  },
  {
    ...{ name: 'plateletCount', label: '采前血小板计数', unit: '×10⁹/L', times: 1, measures: 'plateletsBefore' },
    ...{ least: 1, most: 2000, onlyPlatelets: true },
  },
];

export const figureFields = ({ type }: Pick<StaffVisit, 'type'>): readonly FigureField[] =>
  all.filter(field => type === 'platelets' || !field.onlyPlatelets);

/** Undefined: not a number that the device could have shown. */
function read({ least, most, times }: FigureField, text: string): number | undefined {
  const plain = text.trim().replace('．', '.');
  const value = Number(plain);
  if (!/^\d+(\.\d+)?$/.test(plain) || value < least || value > most) return undefined;
  return Math.round(value * times) / times;
}

/** What is asked for before the donor may go on. */
const needed: readonly Figure[] = ['weightTenths', 'systolic', 'diastolic', 'pulse', 'haemoglobin'];

/** Wrong or missing figures: what the server would refuse, not what is outside a limit. */
export function problemsOf(form: VitalsForm, visit: Pick<StaffVisit, 'type'>): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {};
  for (const field of figureFields(visit)) {
    const text = form[field.name]?.trim() ?? '';
    const must = needed.includes(field.name) || field.onlyPlatelets === true;
    if (text === '' && must) problems[field.name] = `请填写${field.label}。`;
    else if (text !== '' && read(field, text) === undefined)
      problems[field.name] = `请填写 ${field.least} 到 ${field.most} 之间的数字。`;
  }
  return problems;
}

/** Marks at the fields while they are typed, by the rules of the day. The server judges again. */
export function marksOf(
  form: VitalsForm,
  { sex, type }: Pick<StaffVisit, 'sex' | 'type'>,
  on: CalendarDate,
): Readonly<Record<string, string>> {
  const measured = Object.fromEntries(
    figureFields({ type }).map(field => [field.measures, read(field, form[field.name] ?? '')]),
  );
  const { enduranceAthlete } = form;
  const findings = checkMeasurements({ sex, type, enduranceAthlete, ...measured }, on);
  return Object.fromEntries(
    findings.map(({ field, text }) => [all.find(one => one.measures === field)?.name ?? field, `${text}。`]),
  );
}

/** The figures as the server takes them; empty ones are left out. */
export function vitalsOf(form: VitalsForm, visit: Pick<StaffVisit, 'type'>): Given {
  const { quickAlt, quickHbsag, quickAbo, enduranceAthlete } = form;
  const figures = figureFields(visit).flatMap(field => {
    const value = read(field, form[field.name] ?? '');
    return value === undefined ? [] : [[field.name, Math.round(value * field.times)] as const];
  });
  return {
    ...Object.fromEntries(figures),
    ...(enduranceAthlete && { enduranceAthlete }),
    ...(quickAlt && { quickAlt }),
    ...(quickHbsag && { quickHbsag }),
    ...(quickAbo && { quickAbo }),
  };
}

type Rules = ReturnType<typeof getDonationEdition>['rules'];

const between = ({ value: [from, to], unit }: Rules['limitPulse']): string => `${from}–${to} ${unit}`;

/** What is asked for, below the label: '要求 90–140 mmHg'. */
export function limitHint(name: Figure, sex: StaffVisit['sex'], on: CalendarDate): string {
  const rules: Rules = getDonationEdition(on).rules;
  const male = sex === 'male';
  const least = (rule: Rules['limitWeightMale']) => `不低于 ${valueText(rule)}`;
  switch (name) {
    case 'weightTenths':
      return least(male ? rules.limitWeightMale : rules.limitWeightFemale);
    case 'systolic':
      return `${between(rules.limitSystolic)}，不含上限`;
    case 'diastolic':
      return `${between(rules.limitDiastolic)}，不含上限；高压减低压${least(rules.limitPulsePressure)}`;
    case 'pulse':
      return between(rules.limitPulse);
    case 'temperatureTenths':
      return rules.limitTemperature ? `不高于 ${valueText(rules.limitTemperature)}` : '';
    case 'haemoglobin':
      return least(male ? rules.limitHaemoglobinMale : rules.limitHaemoglobinFemale);
    case 'haematocritThousandths':
      return least(rules.limitHaematocrit);
    case 'plateletCount':
      return least(rules.limitPlateletsBefore);
  }
}

const stripWords = { normal: '合格', raised: '不合格', negative: '阴性', positive: '阳性' } as const;

/** What was measured, for reading. */
export function sayMeasured(given: Given): { label: string; value: string }[] {
  const figures = all.flatMap(({ name, label, unit, times }) => {
    const value = given[name];
    return value === undefined ? [] : [{ label, value: `${value / times} ${unit}`.trim() }];
  });
  const { quickAlt, quickHbsag, quickAbo } = given;
  return [
    ...figures,
    ...(quickAlt ? [{ label: 'ALT 快检', value: stripWords[quickAlt] }] : []),
    ...(quickHbsag ? [{ label: '乙肝快检', value: stripWords[quickHbsag] }] : []),
    ...(quickAbo ? [{ label: '血型初筛', value: `${quickAbo} 型` }] : []),
  ];
}
