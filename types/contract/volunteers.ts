import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { calendarDate, done, personName, text, uuid, wholeNumber } from './primitives';

/** As the organiser writes it on the list: the same event is never counted twice for one person. */
const eventNumber = text(3, 30).check(z.regex(/^[A-Za-z0-9-]+$/, { error: 'not_an_event_number' }));
/** Number of the electronic donor certificate, or of a resident's identity card for who has never donated. */
const whose = text(8, 30);
/** Of one event: a quarter of an hour to a day. */
const minutes = wholeNumber(15, 24 * 60);
const activity = text(2, 40);

const service = z.object({
  id: uuid,
  version: z.int(),
  eventNumber: z.string(),
  on: calendarDate,
  /** Zero when it was taken back. */
  minutes: z.int(),
  activity: z.string(),
  station: z.string(),
  corrections: z.array(
    z.object({
      on: calendarDate,
      fromMinutes: z.int(),
      toMinutes: z.int(),
      fromDay: calendarDate,
      toDay: calendarDate,
    }),
  ),
});

const standing = z.object({
  /** Of the award rules. */
  edition: z.string(),
  minutes: z.int(),
  /** What the stars are reckoned by. */
  wholeHours: z.int(),
  completedYears: z.int(),
  stars: z.int(),
  hoursToNextStar: z.nullable(z.int()),
  lifetimeHonor: z.boolean(),
  /** Hours of one to five stars. */
  starHours: z.array(z.int()),
  /** The event that brought each star. */
  reached: z.array(z.object({ stars: z.int(), on: calendarDate })),
});

export const getVolunteerHours = endpoint({
  name: 'getVolunteerHours',
  method: 'GET',
  path: '/api/volunteers/hours',
  summary:
    'Hours of voluntary service of the person in session, the stars they make, and every event with its corrections',
  who: ['citizen'],
  input: z.strictObject({}),
  output: z.object({ standing, services: z.array(service) }),
  refusals: [],
});

export const recordVolunteerHours = endpoint({
  name: 'recordVolunteerHours',
  method: 'POST',
  path: '/api/volunteers/record',
  summary: 'Staff write down the hours of one volunteer at one event; the same event again changes nothing',
  who: ['nurse', 'operator'],
  input: z.strictObject({ eventNumber, whose, name: personName, on: calendarDate, minutes, activity }),
  output: z.object({ serviceId: uuid, outcome: z.enum(['recorded', 'already']) }),
  /** EVENT_DIFFERS: the same event stands there with another day or length; that is a correction. */
  refusals: ['PERSON_UNKNOWN', 'NAME_DIFFERS', 'DAY_NOT_YET', 'EVENT_DIFFERS'],
});

export const volunteerRowProblems = [
  'columns',
  'event_number',
  'number',
  'name',
  'day',
  'hours',
  'activity',
  'person_unknown',
  'name_differs',
  'day_not_yet',
  'event_differs',
] as const;

export const importVolunteerHours = endpoint({
  name: 'importVolunteerHours',
  method: 'POST',
  path: '/api/volunteers/import',
  summary:
    'The list of an event as CSV: good rows are recorded, each bad one is named by its line and what is wrong in it',
  who: ['nurse', 'operator'],
  /** Columns: event number, number of the person, name, day, hours, activity; a heading may stand first. At most 500 rows. */
  input: z.strictObject({ csv: text(1, 60_000) }),
  output: z.object({
    recorded: z.int(),
    already: z.int(),
    problems: z.array(z.object({ line: z.int(), reason: z.enum(volunteerRowProblems) })),
  }),
  refusals: ['TOO_MANY_ROWS'],
});

export const findVolunteer = endpoint({
  name: 'findVolunteer',
  method: 'POST',
  path: '/api/volunteers/find',
  summary: 'Hours of one volunteer for the staff who correct them. A POST, so that the number stands in no address',
  who: ['nurse', 'operator'],
  input: z.strictObject({ whose }),
  output: z.object({ maskedName: z.string(), standing, services: z.array(service) }),
  refusals: ['PERSON_UNKNOWN'],
});

export const correctVolunteerHours = endpoint({
  name: 'correctVolunteerHours',
  method: 'POST',
  path: '/api/volunteers/correct',
  summary: 'Changes day or length of a recorded event, or takes it back; what stood there before stays readable',
  who: ['nurse', 'operator'],
  input: z.strictObject({
    serviceId: uuid,
    version: wholeNumber(0, 1_000_000),
    on: calendarDate,
    minutes: wholeNumber(0, 24 * 60),
    reason: text(4, 200),
  }),
  output: done,
  /** NOT_YOURS: another station recorded it. */
  refusals: ['STATE_CHANGED', 'NOT_YOURS', 'DAY_NOT_YET'],
});
