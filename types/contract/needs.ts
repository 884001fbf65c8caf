import * as z from 'zod/mini';
import { endpoint, roles } from './endpoint';
import { abo, instant, rhd, text } from './primitives';

/**
 * How much a city wants a blood group, as an instruction: enough (足够), welcome (欢迎), wanted (需要), urgent (急需),
 * critical (告急). From `wanted` on, places are kept for its donors.
 */
export const needLevel = z.enum(['enough', 'welcome', 'wanted', 'urgent', 'critical'], { error: 'not_a_level' });
export const neededGroup = z.object({ abo, rhd });

export const need = z.object({ city: z.string(), group: neededGroup, level: needLevel, changedAt: instant });

export const listNeeds = endpoint({
  name: 'listNeeds',
  method: 'GET',
  path: '/api/needs',
  summary: 'Which blood groups each city needs; a group that is not listed has enough',
  who: roles,
  input: z.strictObject({ city: z.optional(text(1, 40)) }),
  output: z.object({ items: z.array(need) }),
  refusals: [],
});

export const setNeed = endpoint({
  name: 'setNeed',
  method: 'POST',
  path: '/api/needs/set',
  summary: 'Sets how much the own station’s city needs a blood group; kept places follow at once',
  who: ['nurse', 'operator'],
  input: z.strictObject({ abo, rhd, level: needLevel }),
  output: need,
  refusals: [],
});
