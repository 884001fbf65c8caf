import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { identityDocument, instant, personName, text, wholeNumber } from './primitives';

/** What kind of ward it is; decides whether a notice would hurt, and is not kept. */
export const wardClass = z.enum(
  [
    'general',
    'surgery',
    'intensive',
    'paediatrics',
    'oncology',
    'psychiatry',
    'infectious',
    'maternity',
    'hospice',
    'other',
  ],
  { error: 'not_a_ward_class' },
);
export type WardClass = z.output<typeof wardClass>;

export const stayState = z.enum(['unknown', 'admitted', 'discharged', 'cancelled']);
export type StayState = z.output<typeof stayState>;

const everyEvent = {
  /** The hospital's own number of this event: the same number is the same event. */
  eventNumber: text(4, 64),
  /** The hospital's own number of the stay, one for each admission. */
  stayNumber: text(4, 64),
  /** Order of the events of one stay, from whatever the hospital counts by; the highest is the newest. */
  sequence: wholeNumber(1, 2_000_000_000),
  occurredAt: instant,
};
const facts = {
  patient: z.strictObject({ name: personName, document: identityDocument }),
  ward: wardClass,
  /** The patient agreed at admission that the blood service learns of the stay. */
  patientAgrees: z.boolean(),
};

export const reportStay = endpoint({
  name: 'reportStay',
  method: 'POST',
  path: '/api/hospital/stays/report',
  summary: 'One event of a stay; the same event number is the same event, and the order of arrival does not matter',
  who: ['hospital'],
  input: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('admitted'), ...everyEvent, ...facts }),
    z.strictObject({ kind: z.literal('transferred'), ...everyEvent, ward: wardClass }),
    z.strictObject({ kind: z.literal('discharged'), ...everyEvent }),
    z.strictObject({ kind: z.literal('died'), ...everyEvent }),
    /** The facts of the admission as they should have been told. */
    z.strictObject({ kind: z.literal('corrected'), ...everyEvent, ...facts }),
    /** There was no such stay. */
    z.strictObject({ kind: z.literal('cancelled'), ...everyEvent }),
  ]),
  /** Says nothing about the patient: a donor's stay and a stranger's are answered alike. */
  output: z.object({ stayNumber: z.string(), state: stayState }),
  refusals: [
    /** The event number came with another content before. */
    'EVENT_MISMATCH',
  ],
});

export const getStay = endpoint({
  name: 'getStay',
  method: 'GET',
  path: '/api/hospital/stays',
  summary: 'What has arrived of a stay, for a hospital that got no answer',
  who: ['hospital'],
  input: z.strictObject({ stayNumber: text(4, 64) }),
  output: z.object({
    stayNumber: z.string(),
    state: stayState,
    /** In the order of the hospital's sequence. A death is shown as a discharge: the difference is not kept. */
    events: z.array(
      z.object({
        eventNumber: z.string(),
        kind: z.enum(['admitted', 'transferred', 'discharged', 'corrected', 'cancelled']),
        sequence: z.int(),
        occurredAt: instant,
        receivedAt: instant,
      }),
    ),
  }),
  refusals: [],
});
