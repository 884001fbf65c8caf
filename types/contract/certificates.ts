import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import {
  abo,
  bookableType,
  calendarDate,
  cursor,
  docType,
  donationNumber,
  donationType,
  done,
  identityDocument,
  instant,
  nothing,
  page,
  personName,
  queryNumber,
  rhd,
  sex,
  text,
  uuid,
  wholeNumber,
} from './primitives';
import { me } from './identity';

export const ruleReason = z.object({
  ruleId: z.string(),
  /** One plain Chinese sentence. */
  text: z.string(),
  source: z.string(),
  confirmed: z.boolean(),
  until: z.nullable(calendarDate),
  /** One plain sentence: what would change it. */
  change: z.string(),
});
export const nextDate = z.object({
  type: bookableType,
  date: z.nullable(calendarDate),
  possibleNow: z.boolean(),
  reasons: z.array(ruleReason),
});

export const donationSummary = z.object({
  id: uuid,
  donationNumber: z.string(),
  type: donationType,
  on: calendarDate,
  volumeMl: z.nullable(z.int()),
  unitsTenths: z.nullable(z.int()),
  siteName: z.string(),
  city: z.string(),
  stationName: z.string(),
});

export const getCertificate = endpoint({
  name: 'getCertificate',
  method: 'GET',
  path: '/api/certificate',
  summary: 'The electronic donor certificate (电子无偿献血证) of the person in session',
  who: ['citizen'],
  input: nothing,
  output: z.object({
    certificateNumber: z.nullable(z.string()),
    holder: z.object({ name: z.string(), maskedName: z.string(), sex, docType, maskedDocument: z.string() }),
    bloodGroup: z.nullable(z.object({ abo, rhd })),
    totals: z.object({
      donations: z.int(),
      wholeBloodMl: z.int(),
      plateletDonations: z.int(),
      plateletUnitsTenths: z.int(),
      /** Award count (奖次) in tenths: 200 ml or one unit = 10. */
      awardCountTenths: z.int(),
      /** Waiver volume (用血减免献血量) in ml: another count with other rules. */
      waiverVolumeMl: z.int(),
    }),
    level: z.object({
      award: z.enum(['none', 'bronze', 'silver', 'gold']),
      growth: z.int(),
      /** Null once the highest level is reached. */
      next: z.nullable(z.object({ name: z.string(), atTenths: z.int() })),
    }),
    firstDonationOn: z.nullable(calendarDate),
    lastDonationOn: z.nullable(calendarDate),
    nextDates: z.array(nextDate),
    deferral: z.nullable(z.object({ text: z.string(), until: z.nullable(calendarDate) })),
  }),
  refusals: [],
});

export const listDonations = endpoint({
  name: 'listDonations',
  method: 'GET',
  path: '/api/donations',
  summary: 'Donations of the person in session, newest first, by time or of one city',
  who: ['citizen'],
  input: z.strictObject({
    city: z.optional(text(1, 40)),
    cursor: z.optional(cursor),
    limit: z.optional(queryNumber(1, 100)),
  }),
  output: page(donationSummary),
  refusals: ['BAD_CURSOR'],
});

export const listDonationPlaces = endpoint({
  name: 'listDonationPlaces',
  method: 'GET',
  path: '/api/donations/places',
  summary: 'Where the person in session has donated: city, number of donations, last date',
  who: ['citizen'],
  input: nothing,
  output: z.object({ items: z.array(z.object({ city: z.string(), donations: z.int(), lastOn: calendarDate })) }),
  refusals: [],
});

export const getDonationCertificate = endpoint({
  name: 'getDonationCertificate',
  method: 'GET',
  path: '/api/donations/certificate',
  summary: 'The certificate of one donation',
  who: ['citizen'],
  input: z.strictObject({ donationId: uuid }),
  output: z.object({
    donation: donationSummary,
    holder: z.object({ name: z.string(), maskedDocument: z.string() }),
    bloodGroup: z.nullable(z.object({ abo, rhd })),
    thanks: z.string(),
  }),
  refusals: [],
});

export const shareField = z.enum(['name', 'blood_group', 'totals', 'last_donation', 'award']);

export const shareCertificate = endpoint({
  name: 'shareCertificate',
  method: 'POST',
  path: '/api/certificate/share',
  summary: 'Make a link that lets anyone check the certificate, showing only the chosen fields',
  who: ['citizen'],
  input: z.strictObject({
    show: z.array(shareField).check(z.maxLength(5, { error: 'too_many' })),
    validMinutes: wholeNumber(5, 10_080),
  }),
  output: z.object({ shareId: uuid, url: z.string(), expiresAt: instant }),
  refusals: ['NO_DONATION_YET'],
});

export const revokeShare = endpoint({
  name: 'revokeShare',
  method: 'POST',
  path: '/api/certificate/share/revoke',
  summary: 'End a share link at once',
  who: ['citizen'],
  input: z.strictObject({ shareId: uuid }),
  output: done,
  refusals: [],
});

export const listShares = endpoint({
  name: 'listShares',
  method: 'GET',
  path: '/api/certificate/shares',
  summary: 'Share links of the person in session that still work',
  who: ['citizen'],
  input: nothing,
  output: z.object({
    items: z.array(z.object({ shareId: uuid, show: z.array(shareField), expiresAt: instant, createdAt: instant })),
  }),
  refusals: [],
});

export const verifyCertificate = endpoint({
  name: 'verifyCertificate',
  method: 'GET',
  path: '/api/certificate/verify',
  summary: 'Check a shared certificate without an account',
  who: ['anonymous', 'visitor', 'citizen', 'nurse', 'clerk', 'reviewer', 'operator', 'gate', 'station', 'hospital'],
  input: z.strictObject({ token: text(10, 200) }),
  output: z.object({
    status: z.enum(['valid', 'expired', 'revoked', 'unknown']),
    checkedAt: instant,
    certificateNumber: z.nullable(z.string()),
    shown: z.object({
      name: z.optional(z.string()),
      bloodGroup: z.optional(z.object({ abo, rhd })),
      totals: z.optional(z.object({ donations: z.int(), wholeBloodMl: z.int(), plateletUnitsTenths: z.int() })),
      lastDonationOn: z.optional(calendarDate),
      award: z.optional(z.enum(['none', 'bronze', 'silver', 'gold'])),
    }),
  }),
  refusals: [],
});

export const bindIdentity = endpoint({
  name: 'bindIdentity',
  method: 'POST',
  path: '/api/me/bind',
  summary: 'Bind the account to a donor: name, document number and any one donation number must belong together',
  who: ['visitor'],
  input: z.strictObject({ name: personName, document: identityDocument, donationNumber }),
  output: me,
  /** RECORD_NOT_MATCHED does not say which of the three is wrong. BIND_TRIES_USED_UP: come back tomorrow or go to the counter. */
  refusals: ['RECORD_NOT_MATCHED', 'BIND_TRIES_USED_UP'],
});
