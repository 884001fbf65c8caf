import * as z from 'zod/mini';
import { endpoint, roles } from './endpoint';
import {
  abo,
  bookableType,
  calendarDate,
  donationNumber,
  identityDocument,
  instant,
  nothing,
  personName,
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
const version = z.optional(wholeNumber(1, 1_000_000));
const deskName = text(1, 20);

export const getArrivalCode = endpoint({
  name: 'getArrivalCode',
  method: 'GET',
  path: '/api/visits/arrival-code',
  summary: 'The code that the donor shows at the counter; it holds no personal data and lives five minutes',
  who: ['citizen'],
  input: nothing,
  output: z.object({ text: z.string(), expiresAt: instant, serverTime: instant }),
  refusals: [],
});

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
  vitals: z.enum(['missing', 'within', 'outside']),
  donationId: z.nullable(uuid),
  /** Until when the donor rests; the visit ends by itself then, unless a reaction was noted. */
  restUntil: z.nullable(instant),
  /** Of the last move, while it can be undone. */
  undoUntil: z.nullable(instant),
});

const mayNotDonate = [
  /** The donor's code is unknown, used by another person or too old: ask to show it anew. */
  'CODE_NOT_VALID',
  'ALREADY_CHECKED_IN',
  /** `details.reasons` and `details.earliest`. */
  'NOT_ELIGIBLE',
] as const;

/** How the donor says who they are: exactly one of code, document and phone. */
const whoArrives = {
  code: z.optional(text(10, 200)),
  document: z.optional(identityDocument),
  phone: z.optional(text(5, 20)),
  /** Second fact for a phone number that several people gave. */
  birthDate: z.optional(calendarDate),
};
const exactlyOne = z.check<{ code?: string; document?: unknown; phone?: string }>(({ value, issues }) => {
  const given = [value.code, value.document, value.phone].filter(one => one !== undefined).length;
  if (given !== 1)
    issues.push({
      code: 'custom',
      input: value,
      path: ['code'],
      message: given === 0 ? 'missing' : 'only_one_of_code_document_phone',
    });
});

export const lookUpArrival = endpoint({
  name: 'lookUpArrival',
  method: 'POST',
  path: '/api/visits/look-up',
  summary: 'Who stands at the counter and what is booked, before the check-in; changes nothing',
  who: ['nurse'],
  input: z.strictObject(whoArrives).check(exactlyOne),
  output: z.object({
    maskedName: z.string(),
    sex,
    ageYears: z.int(),
    bloodGroup: z.nullable(z.object({ abo, rhd })),
    /** The booking of today at this site; null: walk-in. */
    booking: z.nullable(z.object({ appointmentId: uuid, startsAt: instant, type: bookableType })),
    alreadyHere: z.boolean(),
  }),
  /** NOBODY_FOUND: no such document or phone. SECOND_FACT_NEEDED: several people gave this phone; ask for the birth date. */
  refusals: ['CODE_NOT_VALID', 'NOBODY_FOUND', 'SECOND_FACT_NEEDED'],
});

export const checkIn = endpoint({
  name: 'checkIn',
  method: 'POST',
  path: '/api/visits/check-in',
  summary: 'Check a donor in by code, document or phone; gives the queue number',
  who: ['nurse'],
  input: z
    .strictObject({
      ...whoArrives,
      /** What a walk-in wants to give; a booking says it itself. */
      type: z.optional(bookableType),
      /** The document was seen at this counter: the visit begins in the queue of the interview. */
      registered: z.optional(z.boolean()),
      /** With a document that nobody has yet: the name on it makes the record. Sex and birth date too, where the number does not tell. */
      newDonor: z.optional(
        z.strictObject({ name: personName, sex: z.optional(sex), birthDate: z.optional(calendarDate) }),
      ),
    })
    .check(exactlyOne),
  output: staffVisit,
  /** NO_APPOINTMENT: no booking here today; repeat with a type to admit as a walk-in. WALK_INS_FULL: no walk-in place now. */
  refusals: [...mayNotDonate, 'NO_APPOINTMENT', 'NOBODY_FOUND', 'SECOND_FACT_NEEDED', 'WALK_INS_FULL', 'NAME_DIFFERS'],
});

const minutesByStage = z.object({
  register: z.int(),
  interview: z.int(),
  test: z.int(),
  draw: z.int(),
  rest: z.int(),
});

export const listTodaysVisits = endpoint({
  name: 'listTodaysVisits',
  method: 'GET',
  path: '/api/visits/today',
  summary:
    "The nurse's list: who is expected, who waits at which stage, who has donated; waiting ones in the order of calling",
  who: ['nurse'],
  input: nothing,
  output: z.object({
    siteId: uuid,
    siteName: z.string(),
    /** Goes up with every change of the queue at this site. */
    version: z.int(),
    desks: z.array(z.object({ name: z.string(), stages: z.array(visitStage) })),
    /** What one donor takes at each stage at this site, as measured. */
    serviceMinutes: minutesByStage,
    expected: z.array(
      z.object({
        appointmentId: uuid,
        startsAt: instant,
        type: bookableType,
        maskedName: z.string(),
        questionnaire: z.enum(['missing', 'draft', 'submitted']),
      }),
    ),
    visits: z.array(staffVisit),
  }),
  refusals: [],
});

const vitalsGiven = {
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
const vitalsFinding = z.object({
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
  /** The physician at the desk has let it pass, with a reason. */
  overridden: z.boolean(),
});

const reactionKind = z.enum(['vasovagal', 'haematoma', 'nerve', 'arterial', 'citrate', 'allergic', 'other'], {
  error: 'not_a_reaction',
});
const reaction = {
  kind: reactionKind,
  severity: z.enum(['mild', 'moderate', 'severe'], { error: 'not_a_severity' }),
  /** What was done. */
  action: text(1, 200),
};

export const getVisit = endpoint({
  name: 'getVisit',
  method: 'GET',
  path: '/api/visits/one',
  summary: 'One visit for the staff who serve it: measurements, draw, reactions and every move',
  who: ['nurse'],
  input: z.strictObject({ visitId: uuid }),
  output: z.object({
    visit: staffVisit,
    vitals: z.nullable(
      z.object({ ...vitalsGiven, takenAt: instant, takenBy: z.string(), findings: z.array(vitalsFinding) }),
    ),
    draw: z.nullable(
      z.object({
        donationNumber: z.string(),
        startedAt: instant,
        stoppedAt: z.nullable(instant),
        drawnBy: z.string(),
      }),
    ),
    reactions: z.array(z.object({ ...reaction, at: instant })),
    events: z.array(
      z.object({
        at: instant,
        move: z.string(),
        by: z.string(),
        from: z.nullable(z.object({ stage: visitStage, state: visitState })),
        to: z.object({ stage: visitStage, state: visitState, desk: z.nullable(z.string()) }),
      }),
    ),
  }),
  refusals: [],
});

export const callVisit = endpoint({
  name: 'callVisit',
  method: 'POST',
  path: '/api/visits/call',
  summary: 'Call the next donor of the stages that the desk serves, or a given one; the same one again is a recall',
  who: ['nurse'],
  /** `stage` narrows what the desk serves. A desk that nobody has set up serves every stage. */
  input: z.strictObject({ desk: deskName, visitId: z.optional(uuid), stage: z.optional(visitStage), version }),
  output: staffVisit,
  refusals: ['NOBODY_WAITING', 'STATE_CHANGED'],
});

export const moveVisit = endpoint({
  name: 'moveVisit',
  method: 'POST',
  path: '/api/visits/move',
  summary:
    'Move a visit: finish its stage, skip, transfer, hold, resume, leave, release from rest, or undo the last move',
  who: ['nurse'],
  input: z.strictObject({
    visitId: uuid,
    /**
     * finish: to the queue of the next stage. skip (过号): back into the queue with a later turn. transfer: to `stage`, or to `desk`.
     * hold (暂离), resume (回来了), leave (离开). release: the rest is over. undo: takes the site's last move back within minutes.
     */
    move: z.enum(['finish', 'skip', 'transfer', 'hold', 'resume', 'leave', 'release', 'undo'], { error: 'not_a_move' }),
    stage: z.optional(visitStage),
    desk: z.optional(deskName),
    version,
  }),
  output: staffVisit,
  /** NOT_FROM_HERE: this move does not start from where the visit is; `details.may` lists those that do. VITALS_MISSING: quick test not recorded. */
  refusals: ['STATE_CHANGED', 'NOT_FROM_HERE', 'NOTHING_TO_UNDO', 'VITALS_MISSING', 'VITALS_OUTSIDE'],
});

export const recordVitals = endpoint({
  name: 'recordVitals',
  method: 'POST',
  path: '/api/visits/record-vitals',
  summary: 'Record what was measured; answers what is outside the limits, with the rule and a proposed deferral',
  who: ['nurse'],
  input: z.strictObject({
    visitId: uuid,
    ...vitalsGiven,
    /** The physician lets findings of recommended or local rules pass. */
    override: z.optional(z.strictObject({ ruleIds: z.array(text(1, 20)), reason: text(2, 200) })),
    version,
  }),
  output: z.object({ visit: staffVisit, findings: z.array(vitalsFinding) }),
  /** OVERRIDE_NOT_ALLOWED: a mandatory rule stands; `details.ruleIds`. */
  refusals: ['STATE_CHANGED', 'OVERRIDE_NOT_ALLOWED'],
});

export const startDraw = endpoint({
  name: 'startDraw',
  method: 'POST',
  path: '/api/visits/start-draw',
  summary: 'The bag is scanned and the needle is in: starts the draw of a called donor',
  who: ['nurse'],
  input: z.strictObject({ visitId: uuid, donationNumber, version }),
  output: staffVisit,
  refusals: ['STATE_CHANGED', 'DONATION_NUMBER_USED', 'QUESTIONNAIRE_MISSING', 'NOT_ELIGIBLE', 'VITALS_OUTSIDE'],
});

export const recordDonation = endpoint({
  name: 'recordDonation',
  method: 'POST',
  path: '/api/visits/record-donation',
  summary: 'Record the donation of a called or drawing donor; the certificate changes at once and the rest begins',
  who: ['nurse'],
  input: z.strictObject({
    visitId: uuid,
    /** The same as at the start of the draw. */
    donationNumber,
    volumeMl: z.optional(z.literal([200, 300, 400], { error: 'not_200_300_400' })),
    unitsTenths: z.optional(wholeNumber(10, 20)),
    abo: z.optional(abo),
    rhd: z.optional(rhd),
    startedAt: z.optional(instant),
    stoppedAt: z.optional(instant),
    reaction: z.optional(z.strictObject(reaction)),
    version,
  }),
  output: z.object({ visit: staffVisit, donationId: uuid }),
  /**
   * AMOUNT_MISSING: whole blood needs ml, platelets need units. DONATION_NUMBER_USED: the bag's number stands on another donation.
   * OTHER_BAG: not the bag that was scanned at the start. QUESTIONNAIRE_MISSING: no signed questionnaire for today.
   * BLOOD_GROUP_MISSING: a first donation needs the group. VITALS_OUTSIDE: a measurement outside the limits stands.
   */
  refusals: [
    'STATE_CHANGED',
    'AMOUNT_MISSING',
    'DONATION_NUMBER_USED',
    'OTHER_BAG',
    'QUESTIONNAIRE_MISSING',
    'BLOOD_GROUP_MISSING',
    'NOT_ELIGIBLE',
    'VITALS_OUTSIDE',
  ],
});

export const recordReaction = endpoint({
  name: 'recordReaction',
  method: 'POST',
  path: '/api/visits/record-reaction',
  summary: 'Note an adverse reaction during the draw or the rest; the visit then ends only by hand',
  who: ['nurse'],
  input: z.strictObject({ visitId: uuid, ...reaction, version }),
  output: staffVisit,
  refusals: ['STATE_CHANGED'],
});

export const deferVisit = endpoint({
  name: 'deferVisit',
  method: 'POST',
  path: '/api/visits/defer',
  summary: 'End a visit without donation, with the rule and until when to wait',
  who: ['nurse'],
  input: z.strictObject({
    visitId: uuid,
    ruleId: text(1, 20),
    /** Days from today; with neither this nor `until` the wait that the rule gives. 0: another day is as good. */
    waitDays: z.optional(wholeNumber(0, 3650)),
    /** First possible day. */
    until: z.optional(calendarDate),
    /** Day of the cause, from which the rule counts; else today. */
    since: z.optional(calendarDate),
    /** The physician shortens the wait of a recommended or local rule, with a reason. */
    overrideReason: z.optional(text(2, 200)),
    version,
  }),
  output: staffVisit,
  /** WAIT_TOO_SHORT: shorter than the rule; `details.earliest`, `details.mayOverride`. UNTIL_NEEDED: the rule leaves the date to the physician. */
  refusals: ['STATE_CHANGED', 'UNKNOWN_RULE', 'WAIT_TOO_SHORT', 'UNTIL_NEEDED'],
});

/** Somebody in front, by class alone. */
const inFront = z.object({
  kind: z.enum(['booked', 'booked_late', 'walk_in', 'called_before']),
  /** The time that decides: booked for, arrived at, or the turn. */
  at: instant,
  /** '预约 9:30 的献血者' */
  text: z.string(),
});

export const getMyVisit = endpoint({
  name: 'getMyVisit',
  method: 'GET',
  path: '/api/visits/mine',
  summary: 'Where the person in session stands in the queue today; with `since`, only whether anything changed',
  who: ['citizen'],
  /** `since`: the version that the client has; when nothing has changed the answer is `unchanged` and nothing else. */
  input: z.strictObject({ since: z.optional(text(1, 60)) }),
  output: z.object({
    unchanged: z.optional(z.boolean()),
    /** Send back as `since`. */
    tag: z.string(),
    visit: z.nullable(
      z.object({
        id: uuid,
        number: z.string(),
        version: z.int(),
        stage: visitStage,
        state: visitState,
        siteId: uuid,
        siteName: z.string(),
        /** People in front at this stage; null when not waiting. */
        ahead: z.nullable(z.int()),
        /** Minutes until called, an estimate; null when not waiting. */
        estimateMinutes: z.nullable(z.int()),
        /** Minutes until the rest is over, an estimate; null when the visit has ended. */
        minutesToEnd: z.nullable(z.int()),
        why: z.string(),
        /** Everybody in front, the next one first; at most 30. */
        inFront: z.array(inFront),
        /** The rule of the queue in plain words. */
        rule: z.string(),
        stages: z.array(z.object({ stage: visitStage, state: z.enum(['done', 'now', 'later']) })),
        desk: z.nullable(z.string()),
        restUntil: z.nullable(instant),
        donationId: z.nullable(uuid),
        appointmentId: uuid,
      }),
    ),
  }),
  refusals: [],
});

export const getQueueTicket = endpoint({
  name: 'getQueueTicket',
  method: 'GET',
  path: '/api/visits/queue-ticket',
  summary:
    'A ticket that opens the push connection for the own visit; it lives one minute and goes in the first message, never in a URL',
  who: ['citizen'],
  input: nothing,
  output: z.object({ ticket: z.string(), expiresAt: instant }),
  refusals: ['NO_VISIT'],
});

export const getWaitingRoom = endpoint({
  name: 'getWaitingRoom',
  method: 'GET',
  path: '/api/visits/waiting-room',
  summary: 'Numbers for the screen in the waiting room, by stage: nothing about people',
  who: roles,
  input: z.strictObject({ siteId: uuid, since: z.optional(text(1, 60)) }),
  output: z.object({
    unchanged: z.optional(z.boolean()),
    tag: z.string(),
    siteName: z.string(),
    calling: z.array(z.object({ number: z.string(), desk: z.string(), stage: visitStage, calledAt: instant })),
    /** Everybody who waits, in the order of calling, whatever the stage. */
    waiting: z.array(z.string()),
    stages: z.array(z.object({ stage: visitStage, waiting: z.array(z.string()), estimateMinutes: z.int() })),
    /** The rule of the queue in plain words. */
    rule: z.string(),
    serverTime: instant,
  }),
  refusals: [],
});

export const setDesks = endpoint({
  name: 'setDesks',
  method: 'POST',
  path: '/api/visits/desks',
  summary: 'Say which desks the site has and which stages each serves',
  who: ['nurse'],
  input: z.strictObject({
    desks: z
      .array(
        z.strictObject({ name: deskName, stages: z.array(visitStage).check(z.minLength(1, { error: 'too_short' })) }),
      )
      .check(z.maxLength(40, { error: 'too_long' })),
  }),
  output: z.object({ desks: z.array(z.object({ name: z.string(), stages: z.array(visitStage) })) }),
  refusals: [],
});
