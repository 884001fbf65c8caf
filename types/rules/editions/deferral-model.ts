import type { Rule } from '../edition-model';

/** What the deferral was found by: an answer or the doctor's inquiry, a measurement on the spot, a test of the blood. */
export type DeferralKind = 'question' | 'measurement' | 'test';

/** A wait runs from `anchor`; `value` 0 with unit '' means: no fixed wait, the physician decides. */
export type DeferralRule = Rule<number, 'hour' | 'day' | 'week' | 'month' | 'year' | ''> & {
  anchor: string;
  kind: DeferralKind;
  /** The days themselves are barred too, so the first possible day is one later (月经期后三天). */
  daysIncluded?: true;
  /** Bars this type of donation only. */
  onlyFor?: 'whole_blood' | 'platelets';
  /** 不能献血: no wait ends it. */
  permanent?: true;
  /** Never named to the donor on a screen, in a message or by its id: markers of infection, and what would hint at them. */
  concealed?: true;
};
