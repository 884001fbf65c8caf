import type { CalendarDate } from './calendar';
import { deferralEnd, findDeferralRule } from './deferral';
import type { DeferralRule } from './deferral';
import { valueText } from './edition';
import type { RuleForce } from './edition';
import { lookUpRows } from './editions/look-up-rows';
import type { LookUpCategory, LookUpRow } from './editions/look-up-rows';

export type { LookUpCategory } from './editions/look-up-rows';

/** What a donor asks about before coming: one row of the look-up lists. */
export type LookUpItem = {
  id: string;
  category: LookUpCategory;
  title: string;
  note?: string;
  /** `wait`: a public rule says how long. `doctor`: no rule does, or only common practice; a physician must look. */
  answer: 'wait' | 'doctor';
  /** The wait in words: '1年'; of common practice too. Empty when the rule has none. */
  wait: string;
  anchor: string;
  ruleId: string | null;
  source: string;
  force: RuleForce | null;
  confirmed: boolean;
  /** Bars platelets only. */
  onlyPlatelets: boolean;
};

function itemOf(row: LookUpRow, on: CalendarDate): LookUpItem {
  const { id, category, title, note } = row;
  const base = { id, category, title, ...(note !== undefined && { note }) };
  const rule = row.ruleId === undefined ? undefined : findDeferralRule(row.ruleId, on);
  if (!rule)
    return {
      ...{ ...base, answer: 'doctor', wait: '', anchor: '', ruleId: null, force: null },
      ...{ source: '没有查到公开的明文规定', confirmed: false, onlyPlatelets: false },
    };
  const hasWait = rule.unit !== '' && rule.permanent !== true;
  return {
    ...base,
    answer: hasWait && rule.confirmed ? 'wait' : 'doctor',
    wait: hasWait ? valueText(rule) : '',
    anchor: hasWait ? rule.anchor : '',
    ruleId: rule.id,
    source: rule.source,
    force: rule.force,
    confirmed: rule.confirmed,
    onlyPlatelets: rule.onlyFor === 'platelets',
  };
}

export const lookUpItems = (on: CalendarDate): LookUpItem[] => lookUpRows.map(row => itemOf(row, on));

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, '');

/** Items whose title, other names or note hold every word of the search; all of them for none. */
export function findLookUps(on: CalendarDate, words: string, category?: LookUpCategory): LookUpItem[] {
  const wanted = words
    .split(/[\s，、,]+/)
    .map(plain)
    .filter(Boolean);
  return lookUpRows
    .filter(row => category === undefined || row.category === category)
    .filter(({ title, names, note }) => {
      const all = plain([title, ...(names ?? []), note ?? ''].join(' '));
      return wanted.every(word => all.includes(word));
    })
    .map(row => itemOf(row, on));
}

/** First day after the wait of a confirmed rule; undefined when a physician has to say. */
export function lookUpEnd(item: LookUpItem, anchor: CalendarDate): CalendarDate | undefined {
  if (item.answer !== 'wait' || item.ruleId === null) return undefined;
  const rule: DeferralRule | undefined = findDeferralRule(item.ruleId, anchor);
  return rule && deferralEnd(rule, anchor);
}
