import type { Rule } from '../edition-model';

/** A wait runs from `anchor`; `value` 0 with unit '' means: no fixed wait, the physician decides. */
export type DeferralRule = Rule<number, 'hour' | 'day' | 'week' | 'month' | 'year' | ''> & {
  anchor: string;
  /** The days themselves are barred too, so the first possible day is one later (月经期后三天). */
  daysIncluded?: true;
};
