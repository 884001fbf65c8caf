import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { calendarDate, instant, nothing, uuid, wholeNumber } from './primitives';

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
  kind: z.enum(['first_donation', 'award', 'badge', 'stem_cells', 'honor_certificate', 'volunteer_star']),
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
    next: z.object({
      title: z.string(),
      /** A gold after a gold. */
      again: z.boolean(),
      missing: z.string(),
      atCount: z.string(),
      part: z.int(),
    }),
    badges: z.array(badge),
    /** Voluntary service; null for who has none. */
    volunteer: z.nullable(
      z.object({
        wholeHours: z.int(),
        stars: z.int(),
        hoursToNextStar: z.nullable(z.int()),
        lifetimeHonor: z.boolean(),
      }),
    ),
    /** Newest first. */
    timeline: z.array(moment),
    /** Years with donations, newest first. */
    years: z.array(
      z.object({ year: z.int(), donations: z.int(), wholeBloodMl: z.int(), plateletUnitsTenths: z.int() }),
    ),
  }),
  refusals: [],
});

/** What a donor picks for a picture to share. Nothing that was not picked is on it. */
const wish = {
  kind: z.enum(['year', 'poster'], { error: 'not_a_kind' }),
  /** Of a yearly record (年度献血记录). */
  year: z.optional(wholeNumber(1998, 2200)),
  name: z.enum(['none', 'masked'], { error: 'not_a_choice' }),
  /** The days of the year on its record; not of a poster. */
  days: z.boolean({ error: 'not_a_yes_or_no' }),
};

const pictureState = z.enum(['being_made', 'ready', 'failed', 'outdated']);

export const makeGrowthPicture = endpoint({
  name: 'makeGrowthPicture',
  method: 'POST',
  path: '/api/growth/picture/make',
  summary:
    'Has the yearly record or the poster drawn as picture and PDF. Answers at once; the same wish over the same donations is drawn once',
  who: ['citizen'],
  input: z.strictObject(wish),
  output: z.object({ pictureId: uuid, state: pictureState }),
  /** NO_DONATIONS: in that year, or at all. */
  refusals: ['YEAR_MISSING', 'NO_DONATIONS'],
});

const opened = z.nullable(z.object({ url: z.string(), expiresAt: instant, fileName: z.string() }));

export const getGrowthPicture = endpoint({
  name: 'getGrowthPicture',
  method: 'GET',
  path: '/api/growth/picture',
  summary:
    'Whether a picture of the person in session is drawn, with short-lived addresses. Outdated: donations changed since',
  who: ['citizen'],
  input: z.strictObject({ pictureId: uuid }),
  output: z.object({ state: pictureState, picture: opened, pdf: opened }),
  refusals: [],
});
