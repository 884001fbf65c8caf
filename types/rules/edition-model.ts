import type { CalendarDate } from './calendar';

/** Who a rule binds. A station physician may override recommended rules, never volume or interval. */
export type RuleForce = 'mandatory' | 'recommended' | 'local' | 'programme-policy';
export type RuleData = number | string | boolean | readonly number[] | readonly string[];
/** CN = the whole country, CN-ZJ = Zhejiang (ISO 3166-2). */
export type Jurisdiction = 'CN' | `CN-${string}`;
export type Topic =
  | 'donation'
  | 'local'
  | 'deferral'
  | 'permanent'
  | 'screening'
  | 'award'
  | 'volunteer'
  | 'provincial'
  | 'honor-city'
  | 'badge'
  | 'waiver'
  | 'waiver-city'
  | 'waiver-elsewhere'
  | 'waiver-evidence'
  | 'appointment'
  | 'service';

export type Rule<T extends RuleData = RuleData, U extends string = string> = {
  id: string;
  /** Chinese name, as shown to staff and in docs/rules.md. */
  name: string;
  value: T;
  unit: U;
  /** Law, standard or notice with its clause; "programme decision" when nobody outside has ruled. */
  source: string;
  force: RuleForce;
  /** false: no public text settles this value; the blood centre must confirm it. */
  confirmed: boolean;
  note?: string;
  /** Recommended, and yet no physician sets it aside through this service. */
  kept?: true;
  /** Of a local rule within a national edition: the edition that it comes from. */
  edition?: string;
};

export type RuleSet = Readonly<Record<string, Rule>>;

export type Edition<R = RuleSet, T extends Topic = Topic> = {
  id: string;
  topic: T;
  title: string;
  jurisdiction: Jurisdiction;
  effectiveFrom: CalendarDate;
  /** First day on which the edition no longer rules. */
  effectiveTo?: CalendarDate;
  source: string;
  /** false: prepared, never selected. Putting a new law in force is this switch and the date above. */
  enabled: boolean;
  note?: string;
  rules: R;
};

const UNIT_TEXT: Readonly<Record<string, string>> = {
  hour: '小时',
  minute: '分钟',
  day: '天',
  week: '周',
  month: '个月',
  year: '年',
  age: '周岁',
  time: '次',
};

/** '6个月': the value as a reader of Chinese expects it. */
export function valueText(rule: Pick<Rule, 'value' | 'unit'>): string {
  const { value } = rule;
  const text =
    typeof value === 'boolean' ? (value ? '是' : '否') : typeof value === 'object' ? value.join('、') : `${value}`;
  const unit = UNIT_TEXT[rule.unit];
  if (unit !== undefined) return `${text}${unit}`;
  return rule.unit === '' ? text : `${text} ${rule.unit}`;
}
