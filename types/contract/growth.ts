import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { calendarDate, nothing } from './primitives';

const badgeKind = z.enum(['milestone', 'variety', 'constancy', 'reliability']);

const badge = z.object({
  id: z.string(),
  kind: badgeKind,
  title: z.string(),
  /** What it takes, in one sentence. */
  text: z.string(),
  earnedOn: z.nullable(calendarDate),
  have: z.int(),
  need: z.int(),
});

const moment = z.object({
  on: calendarDate,
  kind: z.enum(['first_donation', 'award', 'badge', 'stem_cells', 'honor_certificate']),
  title: z.string(),
});

export const getGrowth = endpoint({
  name: 'getGrowth',
  method: 'GET',
  path: '/api/growth',
  summary: 'Growth page (成长体系): level, way to the next award, badges, and the moments back to the first donation',
  who: ['citizen'],
  input: nothing,
  output: z.object({
    level: z.int(),
    /** Exact: '20.5'. */
    count: z.string(),
    nextLevelAt: z.nullable(z.int()),
    next: z.object({ title: z.string(), missing: z.string(), atCount: z.string(), part: z.int() }),
    badges: z.array(badge),
    /** Newest first. */
    timeline: z.array(moment),
    /** Years with donations, newest first. */
    years: z.array(
      z.object({ year: z.int(), donations: z.int(), wholeBloodMl: z.int(), plateletUnitsTenths: z.int() }),
    ),
  }),
  refusals: [],
});
