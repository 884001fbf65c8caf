import * as z from 'zod/mini';
import { endpoint, roles } from './endpoint';
import {
  abo,
  bookableType,
  calendarDate,
  donationNumber,
  instant,
  nothing,
  personName,
  rhd,
  sex,
  text,
  uuid,
  wholeNumber,
} from './primitives';
import {
  deskName,
  exactlyOne,
  inFront,
  minutesByStage,
  reaction,
  staffVisit,
  version,
  visitStage,
  visitState,
  vitalsFinding,
  vitalsGiven,
  whoArrives,
} from './visit-model';

export { staffVisit } from './visit-model';

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

const mayNotDonate = [
  /** The donor's code is unknown, used by another person or too old: ask to show it anew. */
  'CODE_NOT_VALID',
  'ALREADY_CHECKED_IN',
  /** `details.reasons` and `details.earliest`. */
  'NOT_ELIGIBLE',
] as const;

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
      /** The nurse says that she compared document and person: that proves the account on the phone, and the interview is next. */
      sawDocument: z.optional(z.boolean()),
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

/**
 * What every donation needs: the signed form of today, the examiner's name below it, and all figures, none of them outside the limits
 * unless a physician has set the rule aside. `details.fields` names the figures.
 */
const beforeNeedle = [
  'QUESTIONNAIRE_MISSING',
  'EXAMINATION_MISSING',
  'NOT_ELIGIBLE',
  'VITALS_MISSING',
  'VITALS_OUTSIDE',
] as const;

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
  /** NOT_FROM_HERE: `details.may` lists the moves from where the visit is. The interview ends with form and examiner, the quick test with its figures. */
  refusals: ['STATE_CHANGED', 'NOT_FROM_HERE', 'NOTHING_TO_UNDO', ...beforeNeedle],
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
    /** The physician sets recommended rules aside for today; stands among what is set aside for this donor, and can be ended there. */
    override: z.optional(z.strictObject({ ruleIds: z.array(text(1, 20)), reason: text(2, 200) })),
    version,
  }),
  output: z.object({ visit: staffVisit, findings: z.array(vitalsFinding) }),
  /** OVERRIDE_NOT_ALLOWED: a rule that is not only recommended stands; `details.ruleIds`. */
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
  refusals: ['STATE_CHANGED', 'DONATION_NUMBER_USED', ...beforeNeedle],
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
   * OTHER_BAG: not the bag that was scanned at the start. BLOOD_GROUP_MISSING: a first donation needs the group.
   */
  refusals: [
    'STATE_CHANGED',
    'AMOUNT_MISSING',
    'DONATION_NUMBER_USED',
    'OTHER_BAG',
    'BLOOD_GROUP_MISSING',
    ...beforeNeedle,
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
