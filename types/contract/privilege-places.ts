import * as z from 'zod/mini';
import { privilegeCities } from '@rules/city-privilege';
import { placeTypes } from '@rules/place-type';
import { endpoint } from './endpoint';
import { cursor, done, instant, page, queryDecimal, text, uuid, wholeNumber } from './primitives';
import { privilegeScope } from './privileges';

const degrees = (limit: number) =>
  z
    .number({ error: 'not_a_number' })
    .check(z.gte(-limit, { error: 'too_small' }), z.lte(limit, { error: 'too_large' }));
/** GCJ-02, as the maps of the hosts have it. */
export const placePosition = z.strictObject({ latitude: degrees(90), longitude: degrees(180) });

/** A city of the province, or one below it with a practice of its own. */
export const privilegeCity = text(2, 20).check(
  z.refine((city: string) => privilegeCities.includes(city), { error: 'not_a_city_of_ours' }),
);
export const placeType = z.enum(placeTypes, { error: 'not_a_place_type' });
/** How one gets in: the code at a gate, the code or the certificate at a desk with staff, the printed card there. */
const useWay = z.enum(['gate', 'desk', 'card'], { error: 'not_a_way' });
const placeState = z.enum(['draft', 'published', 'closed'], { error: 'not_a_place_state' });
export const placeVersion = wholeNumber(1, 1_000_000);

const fields = {
  city: privilegeCity,
  type: placeType,
  /** Operator, line, park or hospital, as people call it. */
  name: text(2, 60),
  /** Who runs it; empty when the place runs itself. */
  operatorName: text(0, 60),
  address: text(0, 100),
  /** When it is open, in words. */
  opening: text(0, 120),
  /** What is free there and what is not, how to go in. */
  note: text(0, 200),
  ways: z.array(useWay).check(z.minLength(1, { error: 'missing' }), z.maxLength(3, { error: 'too_many' })),
  position: z.nullable(placePosition),
};

const shown = {
  id: uuid,
  city: z.string(),
  kind: privilegeScope,
  type: placeType,
  name: z.string(),
  operatorName: z.string(),
  address: z.string(),
  opening: z.string(),
  note: z.string(),
  ways: z.array(useWay),
  position: z.nullable(z.object({ latitude: z.number(), longitude: z.number() })),
  /** Of the demonstration: nobody has agreed anything with the place. */
  demo: z.boolean(),
};

/** What the city grants, each with whether a public text settles it. */
const practice = z.object({
  city: z.string(),
  form: z.string(),
  grants: z.array(
    z.object({ type: placeType, granted: z.boolean(), confirmed: z.boolean(), note: z.nullable(z.string()) }),
  ),
  notes: z.array(z.object({ name: z.string(), text: z.string() })),
});

const everybody = [
  'anonymous',
  'visitor',
  'citizen',
  'nurse',
  'clerk',
  'reviewer',
  'operator',
  'gate',
  'station',
  'hospital',
] as const;

export const listPrivilegePlaces = endpoint({
  name: 'listPrivilegePlaces',
  method: 'GET',
  path: '/api/privileges/places',
  summary: 'Published places where the 三免 privilege works, the nearest first when the caller says where they are',
  who: everybody,
  input: z.strictObject({
    city: z.optional(privilegeCity),
    kind: z.optional(privilegeScope),
    /** Part of name, operator or address. */
    search: z.optional(text(1, 40)),
    latitude: z.optional(queryDecimal(-90, 90)),
    longitude: z.optional(queryDecimal(-180, 180)),
    cursor: z.optional(cursor),
  }),
  output: z.object({
    items: z.array(z.object({ ...shown, distanceMetres: z.nullable(z.int()) })),
    nextCursor: z.nullable(z.string()),
    /** Of all that match, not of this page alone. */
    count: z.int(),
    /** With at least one published place. */
    cities: z.array(z.string()),
    /** Of the city that was asked for; null without one. */
    practice: z.nullable(practice),
  }),
  refusals: ['BAD_CURSOR'],
});

export const getPrivilegePlace = endpoint({
  name: 'getPrivilegePlace',
  method: 'GET',
  path: '/api/privileges/place',
  summary: 'One published place, with what its city grants',
  who: everybody,
  input: z.strictObject({ placeId: uuid }),
  output: z.object({ ...shown, practice: z.nullable(practice) }),
  refusals: [],
});

/** One act on a place or a gate. */
export const registryChange = z.object({
  at: instant,
  act: z.enum(['added', 'imported', 'changed', 'published', 'closed', 'rotated', 'revoked', 'suspended', 'resumed']),
  /** Masked name of the member of staff. */
  by: z.string(),
  reason: z.string(),
  changes: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })),
});

const managed = {
  ...shown,
  state: placeState,
  version: z.int(),
  updatedAt: instant,
  /** Reports of donors that nobody has answered. */
  openReports: z.int(),
};

export const listManagedPlaces = endpoint({
  name: 'listManagedPlaces',
  method: 'GET',
  path: '/api/privileges/places/managed',
  summary: 'Every place, also drafts and closed ones',
  who: ['operator'],
  input: z.strictObject({
    city: z.optional(privilegeCity),
    state: z.optional(placeState),
    search: z.optional(text(1, 40)),
    cursor: z.optional(cursor),
  }),
  output: page(z.object(managed)),
  refusals: ['BAD_CURSOR'],
});

export const getManagedPlace = endpoint({
  name: 'getManagedPlace',
  method: 'GET',
  path: '/api/privileges/places/one',
  summary: 'One place with who changed what and when',
  who: ['operator'],
  input: z.strictObject({ placeId: uuid }),
  output: z.object({ ...managed, history: z.array(registryChange) }),
  refusals: [],
});

export const savePrivilegePlace = endpoint({
  name: 'savePrivilegePlace',
  method: 'POST',
  path: '/api/privileges/places/save',
  summary: 'Adds a place or changes the one with this id; donors see it when it is published',
  who: ['operator'],
  input: z.strictObject({
    placeId: z.optional(uuid),
    /** Of the place as it was read; needed to change one. */
    version: z.optional(placeVersion),
    ...fields,
    publish: z.boolean(),
  }),
  output: z.object({ placeId: uuid, version: z.int() }),
  /** NOT_GRANTED_THERE: the rules of the city do not grant the privilege at such places. */
  refusals: ['PLACE_EXISTS', 'NOT_GRANTED_THERE', 'STATE_CHANGED'],
});

export const closePrivilegePlace = endpoint({
  name: 'closePrivilegePlace',
  method: 'POST',
  path: '/api/privileges/places/close',
  summary: 'Takes a place off the list that donors see; its history stays',
  who: ['operator'],
  input: z.strictObject({ placeId: uuid, version: placeVersion, reason: text(4, 200) }),
  output: done,
  refusals: ['STATE_CHANGED'],
});

/** Characters: a thousand lines. */
const CSV_MAX = 90_000;

export const importPrivilegePlaces = endpoint({
  name: 'importPrivilegePlaces',
  method: 'POST',
  path: '/api/privileges/places/import',
  summary: 'Places from a CSV list, new ones and changes; the good lines go in, each other is named with its reason',
  who: ['operator'],
  input: z.strictObject({
    csv: text(1, CSV_MAX),
    /** false: says what would happen and changes nothing. */
    apply: z.boolean(),
    publish: z.boolean(),
  }),
  output: z.object({
    added: z.int(),
    changed: z.int(),
    /** As they stand already. */
    same: z.int(),
    problems: z.array(
      z.object({
        /** As an editor counts, the heading is 1. */
        line: z.int(),
        /** Heading of the column; empty when it is about the line. */
        column: z.string(),
        reason: z.string(),
      }),
    ),
  }),
  /** WRONG_COLUMNS: `details.missing` names headings. TOO_MANY_LINES: more than `details.most`. */
  refusals: ['WRONG_COLUMNS', 'TOO_MANY_LINES'],
});
