import type { CalendarDate } from './calendar';
import { getDonationEdition } from './donation-edition';
import type { DonationEdition } from './donation-edition';
import { valueText } from './edition';
import type { Rule, RuleForce } from './edition';
import type { IntervalType } from './interval';
import type { Sex } from './vocabulary';

/** What the examiner measured; a value left out is not judged. Blood pressure in mmHg, haemoglobin in g/L, counts in 10⁹/L. */
export type Measurements = {
  sex: Sex;
  type: IntervalType;
  weightKg?: number | undefined;
  systolic?: number | undefined;
  diastolic?: number | undefined;
  pulse?: number | undefined;
  pulseRegular?: boolean | undefined;
  /** 高度耐力运动员: a slower pulse is normal. */
  enduranceAthlete?: boolean | undefined;
  temperature?: number | undefined;
  hbGL?: number | undefined;
  /** Specific gravity by copper sulphate, where it stands for the haemoglobin. */
  gravity?: number | undefined;
  /** Fraction: 0.36 is 36 %. */
  haematocrit?: number | undefined;
  plateletsBefore?: number | undefined;
  plateletsAfter?: number | undefined;
  volumeMl?: number | undefined;
  unitsTenths?: number | undefined;
  plasmaMl?: number | undefined;
  /** Platelets and plasma collected within the year, this donation included. */
  apheresisYearMl?: number | undefined;
};

export type MeasurementField = Exclude<keyof Measurements, 'sex' | 'type' | 'enduranceAthlete'>;

export type MeasurementFinding = {
  field: MeasurementField;
  ruleId: string;
  /** `no`: a mandatory limit, nobody may set it aside. `doctor`: the physician decides. */
  effect: 'no' | 'doctor';
  /** The limit as read aloud: '90–140 mmHg'. */
  value: string;
  text: string;
  source: string;
  force: RuleForce;
  confirmed: boolean;
  edition: string;
};

type Range = Rule<readonly [number, number]>;

/** The limits that `measurements` break, in the order of the examination form. Empty: nothing measured stands against it. */
export function checkMeasurements(
  measurements: Measurements,
  on: CalendarDate,
  edition: DonationEdition = getDonationEdition(on),
): MeasurementFinding[] {
  const { rules, id: editionId } = edition;
  const { sex, type } = measurements;
  const findings: MeasurementFinding[] = [];
  const isMale = sex === 'male';

  const report = (field: MeasurementField, rule: Rule, text: string, value = valueText(rule)): void => {
    const { id: ruleId, source, force, confirmed } = rule;
    // An unconfirmed number never decides by itself.
    const effect = force === 'mandatory' && confirmed ? 'no' : 'doctor';
    findings.push({ field, ruleId, effect, value, text, source, force, confirmed, edition: rule.edition ?? editionId });
  };
  const below = (field: MeasurementField, name: string, rule: Rule<number>, got = measurements[field]): void => {
    if (typeof got === 'number' && got < rule.value) report(field, rule, `${name}要求不低于 ${valueText(rule)}`);
  };
  const above = (field: MeasurementField, name: string, rule?: Rule<number>): void => {
    const got = measurements[field];
    if (rule && typeof got === 'number' && got > rule.value)
      report(field, rule, `${name}要求不高于 ${valueText(rule)}`);
  };
  const within = (field: MeasurementField, name: string, rule: Range, lastIncluded: boolean): void => {
    const got = measurements[field];
    const [from, to] = rule.value;
    if (typeof got !== 'number' || (got >= from && (lastIncluded ? got <= to : got < to))) return;
    const value = `${from}–${to} ${rule.unit}`;
    const words = lastIncluded ? `在 ${value} 之间` : `不低于 ${from}、低于 ${to} ${rule.unit}`;
    report(field, rule, `${name}要求${words}`, value);
  };

  below('weightKg', isMale ? '男性体重' : '女性体重', isMale ? rules.limitWeightMale : rules.limitWeightFemale);
  within('systolic', '收缩压（高压）', rules.limitSystolic, false);
  within('diastolic', '舒张压（低压）', rules.limitDiastolic, false);
  const { systolic, diastolic } = measurements;
  if (systolic !== undefined && diastolic !== undefined)
    below('systolic', '脉压差（高压减低压）', rules.limitPulsePressure, systolic - diastolic);
  if (measurements.enduranceAthlete === true && (measurements.pulse ?? 0) < rules.limitPulse.value[0])
    below('pulse', '高度耐力运动员脉搏', rules.limitPulseAthlete);
  else within('pulse', '脉搏', rules.limitPulse, true);
  if (measurements.pulseRegular === false) report('pulseRegular', rules.limitPulse, '脉搏要求规则、有力');
  above('temperature', '体温', rules.limitTemperature);
  below(
    'hbGL',
    isMale ? '男性血红蛋白' : '女性血红蛋白',
    isMale ? rules.limitHaemoglobinMale : rules.limitHaemoglobinFemale,
  );
  below('gravity', '血液比重', isMale ? rules.limitGravityMale : rules.limitGravityFemale);

  if (type === 'platelets') {
    below('haematocrit', '红细胞比容', rules.limitHaematocrit);
    below('plateletsBefore', '采前血小板计数', rules.limitPlateletsBefore);
    const { plateletsBefore, unitsTenths, plasmaMl } = measurements;
    if (plateletsBefore !== undefined && plateletsBefore >= rules.limitPlateletsBeforeMax.value)
      report(
        'plateletsBefore',
        rules.limitPlateletsBeforeMax,
        `采前血小板计数要求低于 ${valueText(rules.limitPlateletsBeforeMax)}`,
      );
    below('plateletsAfter', '预计采后血小板计数', rules.limitPlateletsAfter);
    const [least, most] = rules.limitPlateletUnits.value;
    if (unitsTenths !== undefined && (unitsTenths < least * 10 || unitsTenths > most * 10))
      report('unitsTenths', rules.limitPlateletUnits, `每次 ${least}–${most} 个治疗单位`, `${least}–${most} U`);
    const mostPlasma = unitsTenths === undefined || unitsTenths <= 10 ? rules.limitPlasma.value : 0;
    if (plasmaMl !== undefined && plasmaMl > mostPlasma)
      report('plasmaMl', rules.limitPlasma, `只采 1 个治疗单位时，可同时采血浆不超过 ${valueText(rules.limitPlasma)}`);
    above('apheresisYearMl', '一年内单采血小板和血浆总量', rules.limitApheresisYear);
  } else if (measurements.volumeMl !== undefined && !rules.limitWholeBlood.value.includes(measurements.volumeMl)) {
    report('volumeMl', rules.limitWholeBlood, `全血每次只能献 ${valueText(rules.limitWholeBlood)}`);
  }
  return findings;
}
