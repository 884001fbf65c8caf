import * as z from 'zod/mini';
import { nextDate } from './certificates';
import { endpoint } from './endpoint';
import { bookableType, calendarDate, identityDocument, nothing, sex, text, uuid } from './primitives';

const force = z.enum(['mandatory', 'recommended', 'local', 'programme-policy']);
const verdict = z.enum(['yes', 'not_before', 'no', 'doctor']);

/** One reason of an assessment. What is never named to the donor has no rule id, value or source of its own. */
export const assessmentReason = z.object({
  kind: z.enum(['age', 'interval', 'deferral', 'questionnaire', 'condition', 'measurement']),
  /** `note` decides nothing: advice, or a rule that a doctor has set aside. */
  effect: z.enum(['no', 'doctor', 'not_before', 'note']),
  ruleId: z.string(),
  /** One plain Chinese sentence. */
  text: z.string(),
  /** The value as read aloud: '6个月'. */
  value: z.string(),
  source: z.string(),
  force,
  confirmed: z.boolean(),
  edition: z.string(),
  /** First day on which this reason no longer holds. */
  until: z.nullable(calendarDate),
  /** One plain sentence: what would change it. */
  change: z.string(),
});

export const getEligibility = endpoint({
  name: 'getEligibility',
  method: 'GET',
  path: '/api/eligibility',
  summary: 'May the person in session donate this type on this day, and why',
  who: ['citizen'],
  input: z.strictObject({ type: bookableType, on: calendarDate }),
  output: z.object({
    verdict,
    date: z.nullable(calendarDate),
    reasons: z.array(assessmentReason),
    nextDates: z.array(nextDate),
  }),
  refusals: [],
});

export const getMyDeferrals = endpoint({
  name: 'getMyDeferrals',
  method: 'GET',
  path: '/api/eligibility/deferrals',
  summary: 'The deferrals that hold today for the person in session, in plain words, the longest first',
  who: ['citizen'],
  input: nothing,
  output: z.object({
    items: z.array(
      z.object({
        id: uuid,
        /** Null: only the station says why, in person. */
        ruleId: z.nullable(z.string()),
        text: z.string(),
        from: calendarDate,
        /** First day on which donating is possible again; null: no such day is known. */
        until: z.nullable(calendarDate),
        permanent: z.boolean(),
        /** Set when only this type is barred. */
        onlyFor: z.nullable(bookableType),
        source: z.nullable(z.string()),
        force: z.nullable(force),
        confirmed: z.boolean(),
        change: z.string(),
      }),
    ),
  }),
  refusals: [],
});

const ruleOverride = z.object({
  id: uuid,
  ruleId: z.string(),
  title: z.string(),
  reason: z.string(),
  from: calendarDate,
  /** First day on which the rule counts again. */
  until: calendarDate,
  stationName: z.string(),
});

export const assessDonor = endpoint({
  name: 'assessDonor',
  method: 'POST',
  path: '/api/eligibility/donor',
  summary: 'For a station doctor: what stands against this donor today, and which of it a doctor may set aside',
  who: ['nurse'],
  input: z.strictObject({ document: identityDocument, type: bookableType }),
  output: z.object({
    maskedName: z.string(),
    sex,
    ageYears: z.int(),
    /** False: the donor is not with this station today, and deferrals are given without rule and cause. */
    inFull: z.boolean(),
    verdict,
    date: z.nullable(calendarDate),
    reasons: z.array(z.extend(assessmentReason, { mayOverride: z.boolean() })),
    overrides: z.array(ruleOverride),
  }),
  refusals: ['NOBODY_FOUND'],
});

export const overrideRule = endpoint({
  name: 'overrideRule',
  method: 'POST',
  path: '/api/eligibility/override',
  summary: 'A station doctor sets a recommended rule aside for one donor, with a reason and an end date',
  who: ['nurse'],
  input: z.strictObject({ document: identityDocument, ruleId: text(1, 20), reason: text(5, 500), until: calendarDate }),
  output: ruleOverride,
  /** RULE_MANDATORY: nobody may set it aside. RULE_KEPT: recommended, but dealt with by the station in person only. */
  refusals: ['NOBODY_FOUND', 'UNKNOWN_RULE', 'RULE_MANDATORY', 'RULE_KEPT'],
});

export const endOverride = endpoint({
  name: 'endOverride',
  method: 'POST',
  path: '/api/eligibility/end-override',
  summary: 'Put a rule that was set aside for one donor back in force',
  who: ['nurse'],
  input: z.strictObject({ overrideId: uuid }),
  output: ruleOverride,
  refusals: ['OVERRIDE_OVER'],
});
