import * as z from 'zod/mini';
import {
  abo,
  bookableType,
  calendarDate,
  identityDocument,
  instant,
  rhd,
  sex,
  text,
  uuid,
  wholeNumber,
} from './primitives';
import { finding } from './questionnaires';

/** 登记, 征询, 快检, 采血, 休息: the order in which a visit goes through them. */
export const visitStage = z.enum(['register', 'interview', 'test', 'draw', 'rest'], { error: 'not_a_stage' });
/** Within a stage. `held`: 暂离; `donating`: the needle is in; `resting`: the donation is recorded; the last three are ends. */
export const visitState = z.enum(['waiting', 'called', 'held', 'donating', 'resting', 'done', 'left', 'deferred']);
/** Of the day's own count: as the client last saw it. Sent back, the change happens only if nobody was faster. */
export const version = z.optional(wholeNumber(1, 1_000_000));
export const deskName = text(1, 20);

export const staffVisit = z.object({
  id: uuid,
  /** Of the appointment, also of a walk-in: questionnaire and archive hang on it. */
  appointmentId: uuid,
  number: z.string(),
  version: z.int(),
  stage: visitStage,
  state: visitState,
  type: bookableType,
  maskedName: z.string(),
  sex,
  ageYears: z.int(),
  bloodGroup: z.nullable(z.object({ abo, rhd })),
  booked: z.boolean(),
  bookedFor: z.nullable(instant),
  arrivedAt: instant,
  /** Since when in the queue, or at the desk, of this stage. */
  stageSince: instant,
  calledAt: z.nullable(instant),
  /** How often the number was called and nobody came. */
  skips: z.int(),
  desk: z.nullable(z.string()),
  questionnaire: z.nullable(
    z.object({ outcome: z.enum(['clear', 'defer', 'doctor', 'stop']), findings: z.array(finding) }),
  ),
  /** `missing`: also when only some of what every donation needs was measured. */
  vitals: z.enum(['missing', 'within', 'outside']),
  donationId: z.nullable(uuid),
  /** Until when the donor rests; the visit ends by itself then, unless a reaction was noted. */
  restUntil: z.nullable(instant),
  /** Of the last move, while it can be undone. */
  undoUntil: z.nullable(instant),
});

/** How the donor says who they are: exactly one of code, document and phone. */
export const whoArrives = {
  code: z.optional(text(10, 200)),
  document: z.optional(identityDocument),
  phone: z.optional(text(5, 20)),
  /** Second fact for a phone number that several people gave. */
  birthDate: z.optional(calendarDate),
};
export const exactlyOne = z.check<{ code?: string; document?: unknown; phone?: string }>(({ value, issues }) => {
  const given = [value.code, value.document, value.phone].filter(one => one !== undefined).length;
  if (given !== 1)
    issues.push({
      code: 'custom',
      input: value,
      path: ['code'],
      message: given === 0 ? 'missing' : 'only_one_of_code_document_phone',
    });
});

export const minutesByStage = z.object({
  register: z.int(),
  interview: z.int(),
  test: z.int(),
  draw: z.int(),
  rest: z.int(),
});

export const vitalsGiven = {
  /** Tenths of a kilogram. */
  weightTenths: z.optional(wholeNumber(200, 3000)),
  systolic: z.optional(wholeNumber(40, 300)),
  diastolic: z.optional(wholeNumber(20, 200)),
  pulse: z.optional(wholeNumber(20, 250)),
  /** Trains for endurance: a slower pulse is in order. */
  enduranceAthlete: z.optional(z.boolean()),
  /** Tenths of a degree Celsius. */
  temperatureTenths: z.optional(wholeNumber(300, 450)),
  /** g/L. */
  haemoglobin: z.optional(wholeNumber(20, 300)),
  /** Thousandths, for platelets. */
  haematocritThousandths: z.optional(wholeNumber(100, 800)),
  /** 10⁹/L, for platelets. */
  plateletCount: z.optional(wholeNumber(1, 2000)),
  /** Quick tests before the donation, as the strip shows them. */
  quickAlt: z.optional(z.enum(['normal', 'raised'], { error: 'not_a_result' })),
  quickHbsag: z.optional(z.enum(['negative', 'positive'], { error: 'not_a_result' })),
  quickAbo: z.optional(abo),
};
export const vitalsFinding = z.object({
  /** Which figure, by its name in the input. */
  field: z.string(),
  ruleId: z.string(),
  text: z.string(),
  source: z.string(),
  force: z.enum(['mandatory', 'recommended', 'local', 'programme-policy']),
  confirmed: z.boolean(),
  /** The physician may let it pass. */
  mayOverride: z.boolean(),
  /** Proposed first possible day; null: the physician decides, or for good when `permanent`. */
  until: z.nullable(calendarDate),
  permanent: z.boolean(),
  /** A physician has set the rule aside for this donor, with a reason. */
  overridden: z.boolean(),
});

const reactionKind = z.enum(['vasovagal', 'haematoma', 'nerve', 'arterial', 'citrate', 'allergic', 'other'], {
  error: 'not_a_reaction',
});
export const reaction = {
  kind: reactionKind,
  severity: z.enum(['mild', 'moderate', 'severe'], { error: 'not_a_severity' }),
  /** What was done. */
  action: text(1, 200),
};

/** Somebody in front, by class alone. */
export const inFront = z.object({
  kind: z.enum(['booked', 'booked_late', 'walk_in', 'called_before']),
  /** The time that decides: booked for, arrived at, or the turn. */
  at: instant,
  /** '预约 9:30 的献血者' */
  text: z.string(),
});
