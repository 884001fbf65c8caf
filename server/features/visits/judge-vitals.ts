import type { Input, Output } from '@contract/endpoint';
import type { recordVitals } from '@contract/visits';
import { addDays, type CalendarDate } from '@rules/calendar';
import { deferralEnd, findDeferralRule } from '@rules/deferral';
import { checkMeasurements, type MeasurementField } from '@rules/measurement';
import type { IntervalType } from '@rules/interval';
import type { Sex } from '@rules/vocabulary';

type Command = Input<typeof recordVitals>;
/** The figures alone. */
export type VitalsGiven = Omit<Command, 'visitId' | 'version' | 'override'>;
export type VitalsFinding = Output<typeof recordVitals>['findings'][number];

const fieldNames: Readonly<Partial<Record<MeasurementField, keyof VitalsGiven>>> = {
  weightKg: 'weightTenths',
  temperature: 'temperatureTenths',
  hbGL: 'haemoglobin',
  haematocrit: 'haematocritThousandths',
  plateletsBefore: 'plateletCount',
};

/** The examination of every donor (GB 18467-2011, chapters 5 and 6); the strips depend on the station. */
const needed: Readonly<Record<IntervalType, readonly (keyof VitalsGiven)[]>> = (() => {
  const always = ['weightTenths', 'systolic', 'diastolic', 'pulse', 'haemoglobin'] as const;
  return { whole_blood: always, platelets: [...always, 'haematocritThousandths', 'plateletCount'] };
})();

/** What nobody has measured and the donation needs. */
export const missingFigures = (type: IntervalType, given: VitalsGiven): (keyof VitalsGiven)[] =>
  needed[type].filter(field => given[field] === undefined);

const over = (value: number | undefined, by: number): number | undefined => value && value / by;

/** A positive strip stops the visit; which wait follows is the physician's word. */
const stripFindings = ({ quickAlt, quickHbsag }: VitalsGiven, on: CalendarDate) =>
  [
    { field: 'quickAlt', failed: quickAlt === 'raised', ruleId: 'LAB-ALT' },
    { field: 'quickHbsag', failed: quickHbsag === 'positive', ruleId: 'LAB-HBV' },
  ].flatMap(({ field, failed, ruleId }) => {
    const rule = failed ? findDeferralRule(ruleId, on) : undefined;
    return rule
      ? [{ field, ruleId, text: rule.name, source: rule.source, force: rule.force, confirmed: rule.confirmed }]
      : [];
  });

/** What stands against the donation by the rules of that day, each with the deferral that it proposes. */
export function judgeVitals(
  donor: { readonly sex: Sex; readonly type: IntervalType },
  given: VitalsGiven,
  on: CalendarDate,
): VitalsFinding[] {
  const measured = checkMeasurements(
    {
      ...donor,
      weightKg: over(given.weightTenths, 10),
      systolic: given.systolic,
      diastolic: given.diastolic,
      pulse: given.pulse,
      enduranceAthlete: given.enduranceAthlete,
      temperature: over(given.temperatureTenths, 10),
      hbGL: given.haemoglobin,
      haematocrit: over(given.haematocritThousandths, 1000),
      plateletsBefore: given.plateletCount,
    },
    on,
  ).map(finding => ({
    ...finding,
    field: fieldNames[finding.field] ?? finding.field,
    mayOverride: finding.force === 'recommended',
  }));
  const strips = stripFindings(given, on).map(finding => ({ ...finding, mayOverride: false }));
  return [...measured, ...strips].map(({ field, ruleId, text, source, force, confirmed, mayOverride }) => {
    const rule = findDeferralRule(ruleId, on);
    const end = rule && deferralEnd(rule, on);
    // Without a wait of its own a figure of today says nothing about tomorrow.
    const until = end ?? (rule?.kind === 'measurement' ? addDays(on, 1) : null);
    const permanent = rule?.permanent === true;
    return {
      field,
      ruleId,
      text,
      source,
      force,
      confirmed,
      mayOverride,
      until: permanent ? null : until,
      permanent,
      overridden: false,
    };
  });
}
