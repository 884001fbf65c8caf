import * as z from 'zod/mini';
import { endpoint, roles } from './endpoint';
import {
  abo,
  calendarDate,
  cursor,
  done,
  instant,
  nothing,
  page,
  queryNumber,
  rhd,
  text,
  uuid,
  wholeNumber,
} from './primitives';

export const donationAwardName = z.enum(['bronze', 'silver', 'gold', 'lifetime']);

const cycle = z.object({ from: calendarDate, to: calendarDate });

const awardLine = z.object({
  donationId: uuid,
  on: calendarDate,
  /** '1.5' */
  count: z.string(),
  /** Of what is reckoned, through this donation. Less than `count` where a gold took the first part of it. */
  total: z.string(),
  ruleId: z.string(),
  explanation: z.string(),
});

/** What the rules give for the person's register. The authorities publish who is honoured; this says what to expect, and why. */
export const getAwards = endpoint({
  name: 'getAwards',
  method: 'GET',
  path: '/api/honors/awards',
  summary: 'Awards of the person in session by the rules, each explained donation by donation',
  who: ['citizen'],
  input: nothing,
  output: z.object({
    edition: z.string(),
    /** Award count (奖次), exact: '20.5'. */
    count: z.string(),
    lines: z.array(awardLine),
    /** Oldest first. `lines` are the donations reckoned for this award. */
    national: z.array(
      z.object({
        award: donationAwardName,
        cycle,
        reachedOn: calendarDate,
        count: z.string(),
        lines: z.array(awardLine),
      }),
    ),
    /** What the cycle that still runs would give at its end, if it ended today. */
    pending: z.array(
      z.object({
        award: donationAwardName,
        cycle,
        reachedOn: calendarDate,
        count: z.string(),
        lines: z.array(awardLine),
      }),
    ),
    next: z.object({ award: donationAwardName, missing: z.string(), cycleEndsOn: calendarDate }),
    stemCell: z.nullable(z.object({ reachedOn: calendarDate })),
    provincial: z.object({
      edition: z.string(),
      ml: z.int(),
      neededMl: z.int(),
      reachedOn: z.nullable(calendarDate),
      /** At whose end it is reckoned. */
      cycle: z.nullable(cycle),
      /** Millilitres of each donation, the first first. */
      lines: z.array(z.object({ donationId: uuid, on: calendarDate, ml: z.int(), explanation: z.string() })),
    }),
    /** Values that no public text settles, as the pages show them. */
    unconfirmed: z.array(z.object({ ruleId: z.string(), name: z.string() })),
  }),
  refusals: [],
});

export const honorFiles = z.enum(['being_made', 'ready', 'failed']);

const ownHonor = z.object({
  id: uuid,
  number: z.string(),
  issuedOn: calendarDate,
  city: z.string(),
  files: honorFiles,
  /** Address that the QR of the certificate leads to. */
  verifyUrl: z.string(),
});

const ownApplication = z.object({
  id: uuid,
  kind: z.enum(['new', 'reissue']),
  state: z.enum(['waiting', 'accepted', 'refused']),
  appliedAt: instant,
  /** Of a refusal. */
  reason: z.nullable(z.string()),
});

export const getMyHonor = endpoint({
  name: 'getMyHonor',
  method: 'GET',
  path: '/api/honors/mine',
  summary:
    'The honor certificate (浙江省无偿献血荣誉证) of the person in session, the application under way, or what is missing',
  who: ['citizen'],
  input: nothing,
  output: z.object({
    eligible: z.boolean(),
    /** A reviewer admitted the person, whose award was reckoned elsewhere. */
    admitted: z.boolean(),
    count: z.string(),
    neededCount: z.int(),
    clause: z.string(),
    certificate: z.nullable(ownHonor),
    /** When the last one was revoked. */
    revokedOn: z.nullable(calendarDate),
    application: z.nullable(ownApplication),
    photo: z.object({ maxBytes: z.int(), minWidth: z.int(), minHeight: z.int() }),
    cities: z.array(
      z.object({
        city: z.string(),
        form: z.string(),
        rules: z.array(z.object({ name: z.string(), text: z.string(), confirmed: z.boolean(), source: z.string() })),
      }),
    ),
  }),
  refusals: [],
});

export const applyForHonor = endpoint({
  name: 'applyForHonor',
  method: 'POST',
  path: '/api/honors/apply',
  summary: 'Apply for the certificate, or for a new one in place of it, with a photo; a person looks at the photo',
  who: ['citizen'],
  input: z.strictObject({
    /** A finished upload of purpose `honor_photo`. */
    uploadId: uuid,
    city: text(2, 20),
  }),
  output: z.object({ applicationId: uuid }),
  /** PHOTO_UNUSABLE says in `reason` why: too_large, too_small, wrong_shape. UPLOAD_GONE: send the photo again. */
  refusals: ['NOT_ELIGIBLE', 'ALREADY_APPLIED', 'PHOTO_UNUSABLE', 'UPLOAD_GONE', 'CITY_UNKNOWN'],
});

export const openHonorFile = endpoint({
  name: 'openHonorFile',
  method: 'POST',
  path: '/api/honors/file',
  summary: 'A short-lived address of the certificate as PDF or picture',
  who: ['citizen'],
  input: z.strictObject({ form: z.enum(['pdf', 'picture'], { error: 'not_a_form' }) }),
  output: z.object({ url: z.string(), expiresAt: instant, fileName: z.string() }),
  refusals: ['FILE_NOT_READY'],
});

export const verifyHonor = endpoint({
  name: 'verifyHonor',
  method: 'GET',
  path: '/api/honors/verify',
  summary: 'Check a certificate by its QR, without an account; the name is masked',
  who: roles,
  input: z.strictObject({ token: text(10, 100) }),
  output: z.object({
    status: z.enum(['valid', 'revoked', 'replaced', 'unknown']),
    checkedAt: instant,
    shown: z.nullable(
      z.object({
        number: z.string(),
        maskedName: z.string(),
        city: z.string(),
        issuedOn: calendarDate,
        issuer: z.string(),
      }),
    ),
  }),
  refusals: [],
});

const waitingApplication = z.object({
  id: uuid,
  kind: z.enum(['new', 'reissue']),
  maskedName: z.string(),
  city: z.string(),
  count: z.string(),
  admitted: z.boolean(),
  appliedAt: instant,
});

export const listHonorApplications = endpoint({
  name: 'listHonorApplications',
  method: 'GET',
  path: '/api/honors/review',
  summary: 'Applications whose photo nobody has looked at, oldest first',
  who: ['reviewer'],
  input: z.strictObject({ cursor: z.optional(cursor), limit: z.optional(queryNumber(1, 100)) }),
  output: page(waitingApplication),
  refusals: ['BAD_CURSOR'],
});

export const getHonorApplication = endpoint({
  name: 'getHonorApplication',
  method: 'GET',
  path: '/api/honors/review/application',
  summary: 'One application with what the certificate would say, and a short-lived address of the photo',
  who: ['reviewer'],
  input: z.strictObject({ applicationId: uuid }),
  output: z.extend(waitingApplication, {
    state: z.enum(['waiting', 'accepted', 'refused']),
    version: z.int(),
    name: z.string(),
    maskedDocument: z.string(),
    bloodGroup: z.nullable(z.object({ abo, rhd })),
    photo: z.nullable(z.object({ url: z.string(), expiresAt: instant })),
  }),
  refusals: [],
});

export const decideHonor = endpoint({
  name: 'decideHonor',
  method: 'POST',
  path: '/api/honors/review/decide',
  summary: 'Accept the photo, which issues the certificate, or refuse it with a reason that the donor reads',
  who: ['reviewer'],
  input: z.strictObject({
    applicationId: uuid,
    version: wholeNumber(0, 1_000_000),
    accept: z.boolean({ error: 'not_a_yes_or_no' }),
    reason: z.optional(text(4, 200)),
  }),
  output: z.object({ state: z.enum(['accepted', 'refused']), number: z.nullable(z.string()) }),
  /** REASON_MISSING: a refusal says why. NOT_ELIGIBLE: records were corrected since. */
  refusals: ['STATE_CHANGED', 'REASON_MISSING', 'NOT_ELIGIBLE'],
});

export const admitToHonor = endpoint({
  name: 'admitToHonor',
  method: 'POST',
  path: '/api/honors/admit',
  summary: 'Lets a donor apply whose national award was reckoned in another province, after the proof was seen',
  who: ['reviewer'],
  input: z.strictObject({
    /** Number of the electronic donor certificate. */
    certificateNumber: text(4, 40),
    reason: text(4, 200),
  }),
  output: done,
  refusals: [],
});

const foundHonor = z.object({
  id: uuid,
  version: z.int(),
  number: z.string(),
  state: z.enum(['valid', 'revoked', 'replaced']),
  maskedName: z.string(),
  maskedDocument: z.string(),
  city: z.string(),
  issuedOn: calendarDate,
  endedOn: z.nullable(calendarDate),
  /** Why it was revoked or replaced. */
  endReason: z.nullable(z.string()),
});

export const findHonors = endpoint({
  name: 'findHonors',
  method: 'POST',
  path: '/api/honors/find',
  summary: 'Certificates by number, or by the whole name of the holder. A POST, so that a name stands in no address',
  who: ['reviewer'],
  input: z.strictObject({ numberOrName: text(2, 50) }),
  /** The latest first, 20 at the most. */
  output: z.object({ items: z.array(foundHonor), more: z.boolean() }),
  refusals: [],
});

const change = z.strictObject({ certificateId: uuid, version: wholeNumber(0, 1_000_000), reason: text(4, 200) });

export const revokeHonor = endpoint({
  name: 'revokeHonor',
  method: 'POST',
  path: '/api/honors/revoke',
  summary: 'Ends a certificate; its QR says so at once',
  who: ['reviewer'],
  input: change,
  output: done,
  refusals: ['STATE_CHANGED'],
});

export const reissueHonor = endpoint({
  name: 'reissueHonor',
  method: 'POST',
  path: '/api/honors/reissue',
  summary: 'Issues a new number in place of a certificate that was lost or holds a mistake',
  who: ['reviewer'],
  input: change,
  output: z.object({ number: z.string() }),
  refusals: ['STATE_CHANGED'],
});
