import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { calendarDate, donationType, instant, nothing, text, uuid, wholeNumber } from './primitives';

export const feeling = z.enum(['good', 'a_bit', 'not_good'], { error: 'not_a_feeling' });
export const symptom = z.enum(
  ['dizzy', 'fainted', 'bruise', 'bleeding', 'numb', 'swollen', 'fever', 'chest', 'allergy', 'tired', 'other'],
  { error: 'not_a_symptom' },
);
export const severity = z.enum(['mild', 'moderate', 'severe'], { error: 'not_a_severity' });

/** What to do now, and whom to call. */
const careAnswer = {
  advice: z.array(z.string()),
  /** Call an ambulance or the station now: the page says so above everything else. */
  urgent: z.boolean(),
  phone: z.string(),
  /** The station calls back by this day; null when nobody needs to. */
  callBackBy: z.nullable(calendarDate),
};

export const getMyCheck = endpoint({
  name: 'getMyCheck',
  method: 'GET',
  path: '/api/care/check',
  summary: 'The question of the day after the latest donation: how are you?',
  who: ['citizen'],
  input: nothing,
  output: z.object({
    check: z.nullable(
      z.object({
        id: uuid,
        donationId: uuid,
        donatedOn: calendarDate,
        type: donationType,
        siteName: z.string(),
        phone: z.string(),
        answered: z.nullable(feeling),
        /** Open until the end of this day. */
        closesOn: calendarDate,
      }),
    ),
  }),
  refusals: [],
});

export const answerCheck = endpoint({
  name: 'answerCheck',
  method: 'POST',
  path: '/api/care/check/answer',
  summary: 'Say how one is; who is not well is called by the station',
  who: ['citizen'],
  input: z.strictObject({ checkId: uuid, feeling }),
  output: z.object({ ...careAnswer, surveyId: z.nullable(uuid) }),
  /** CHECK_CLOSED: the time is over; a reaction can still be reported. */
  refusals: ['CHECK_CLOSED', 'ALREADY_ANSWERED'],
});

export const reportReaction = endpoint({
  name: 'reportReaction',
  method: 'POST',
  path: '/api/care/report',
  summary: 'Report a reaction after a donation; the station follows it up',
  who: ['citizen'],
  input: z.strictObject({
    donationId: uuid,
    symptoms: z.array(symptom).check(z.minLength(1, { error: 'too_short' }), z.maxLength(11, { error: 'too_many' })),
    severity,
    startedOn: calendarDate,
    words: z.optional(text(0, 500)),
  }),
  output: z.object({
    ...careAnswer,
    reportId: uuid,
    /** A fever may concern the unit given: the page leads on to the late information (迟来信息). */
    tellLate: z.boolean(),
  }),
  /** REPORT_TOO_LATE: the donation is too long ago; call the station. TOO_MANY_REPORTS: five a donation are enough to be called. */
  refusals: ['REPORT_TOO_LATE', 'TOO_MANY_REPORTS'],
});

export const listMyReports = endpoint({
  name: 'listMyReports',
  method: 'GET',
  path: '/api/care/reports',
  summary:
    'Own reports of reactions with what the station answered, newest first; and donations that can be reported on',
  who: ['citizen'],
  input: nothing,
  output: z.object({
    donations: z.array(
      z.object({
        donationId: uuid,
        donatedOn: calendarDate,
        type: donationType,
        siteName: z.string(),
        phone: z.string(),
        reportUntil: calendarDate,
      }),
    ),
    items: z.array(
      z.object({
        id: uuid,
        at: instant,
        donatedOn: calendarDate,
        symptoms: z.array(symptom),
        severity,
        words: z.nullable(z.string()),
        state: z.enum(['open', 'in_work', 'closed']),
        answer: z.nullable(z.string()),
      }),
    ),
  }),
  refusals: [],
});

export const surveyReason = z.enum(
  ['waiting', 'manner', 'skill', 'place', 'clear_words', 'comfort', 'booking', 'thanks', 'other'],
  { error: 'not_a_reason' },
);

export const getMySurvey = endpoint({
  name: 'getMySurvey',
  method: 'GET',
  path: '/api/surveys/mine',
  summary: 'The survey of one own visit, or of the latest one that is open',
  who: ['citizen'],
  input: z.strictObject({ surveyId: z.optional(uuid) }),
  output: z.object({
    survey: z.nullable(
      z.object({
        id: uuid,
        visitOn: calendarDate,
        siteName: z.string(),
        closesAt: instant,
        open: z.boolean(),
        answered: z.nullable(
          z.object({ score: z.int(), reasons: z.array(surveyReason), words: z.nullable(z.string()) }),
        ),
        /** What the station answered to a complaint. */
        answer: z.nullable(z.string()),
      }),
    ),
  }),
  refusals: [],
});

export const answerSurvey = endpoint({
  name: 'answerSurvey',
  method: 'POST',
  path: '/api/surveys/answer',
  summary: 'Rate one visit, once; staff of the desk do not see who did',
  who: ['citizen'],
  input: z.strictObject({
    surveyId: uuid,
    score: wholeNumber(1, 5),
    reasons: z.array(surveyReason).check(z.maxLength(9, { error: 'too_many' })),
    words: z.optional(text(0, 500)),
  }),
  output: z.object({ answerBy: z.nullable(calendarDate) }),
  refusals: ['SURVEY_CLOSED', 'ALREADY_ANSWERED'],
});

export const listSiteScores = endpoint({
  name: 'listSiteScores',
  method: 'GET',
  path: '/api/surveys/scores',
  summary: 'Scores of each site by month, and how soon complaints were answered; too few answers are not shown',
  who: ['operator'],
  input: nothing,
  output: z.object({
    /** Fewer answers than this are counted and not shown. */
    atLeast: z.int(),
    items: z.array(
      z.object({
        siteId: uuid,
        siteName: z.string(),
        /** 'YYYY-MM' of the visits. */
        month: z.string(),
        /** Visits that were asked. */
        asked: z.int(),
        answered: z.int(),
        /** Null when there are too few answers. */
        figures: z.nullable(
          z.object({
            /** Tenths: 46 is 4.6 of 5. */
            meanTenths: z.int(),
            /** Share of answers of 1 or 2, per cent. */
            lowPercent: z.int(),
            /** Closed cases; and the median of the days until then. */
            casesClosed: z.int(),
            casesOpen: z.int(),
            daysToAnswer: z.nullable(z.int()),
          }),
        ),
      }),
    ),
  }),
  refusals: [],
});
