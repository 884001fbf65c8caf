import type { Rule } from '../edition-model';

/** A wait runs from `anchor`; `value` 0 with unit '' means: no fixed wait, the physician decides. */
export type DeferralRule = Rule<number, 'hour' | 'day' | 'week' | 'month' | 'year' | ''> & { anchor: string };
