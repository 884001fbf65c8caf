import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { done, nothing, text, uuid } from './primitives';
import { privilegeScope } from './privileges';

const degrees = (limit: number) =>
  z
    .number({ error: 'not_a_number' })
    .check(z.gte(-limit, { error: 'too_small' }), z.lte(limit, { error: 'too_large' }));

const fields = {
  city: text(2, 20),
  kind: privilegeScope,
  /** Operator, line, park or hospital. */
  name: text(2, 60),
  /** What is free there and what is not, how to go in. */
  note: text(0, 200),
};
const position = z.nullable(z.strictObject({ latitude: degrees(90), longitude: degrees(180) }));

export const listPrivilegePlaces = endpoint({
  name: 'listPrivilegePlaces',
  method: 'GET',
  path: '/api/privileges/places',
  summary: 'Where the 三免 privilege works, by city and kind',
  who: ['anonymous', 'visitor', 'citizen', 'nurse', 'clerk', 'reviewer', 'operator', 'gate', 'station', 'hospital'],
  input: nothing,
  output: z.object({
    items: z.array(
      z.object({
        id: uuid,
        ...{ city: z.string(), kind: privilegeScope, name: z.string(), note: z.string() },
        position: z.nullable(z.object({ latitude: z.number(), longitude: z.number() })),
      }),
    ),
  }),
  refusals: [],
});

export const savePrivilegePlace = endpoint({
  name: 'savePrivilegePlace',
  method: 'POST',
  path: '/api/privileges/places/save',
  summary: 'Adds a place or changes the one with this id',
  who: ['operator'],
  input: z.strictObject({ placeId: z.optional(uuid), ...fields, position }),
  output: z.object({ placeId: uuid }),
  refusals: ['PLACE_EXISTS'],
});

export const removePrivilegePlace = endpoint({
  name: 'removePrivilegePlace',
  method: 'POST',
  path: '/api/privileges/places/remove',
  summary: 'Takes a place off the list',
  who: ['operator'],
  input: z.strictObject({ placeId: uuid }),
  output: done,
  refusals: [],
});
