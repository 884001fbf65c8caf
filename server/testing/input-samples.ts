import * as z from 'zod/mini';
import type { AnyEndpoint } from '@contract/endpoint';

interface Shape {
  type?: string;
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  prefixItems?: Shape[];
  anyOf?: Shape[];
  oneOf?: Shape[];
  allOf?: Shape[];
  enum?: unknown[];
  const?: unknown;
  minimum?: number;
  minLength?: number;
  minItems?: number;
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** JSON schema of what a caller writes. */
const inputShape = (endpoint: AnyEndpoint): Shape =>
  z.toJSONSchema(endpoint.input, { io: 'input', unrepresentable: 'any' }) as Shape;

const variants = (shape: Shape): Shape[] => shape.anyOf ?? shape.oneOf ?? [shape];

/** A value of the right type everywhere; rules that JSON schema cannot say (check digits, real dates) may not hold. */
function sampleOf(shape: Shape): Json {
  const [one = {}] = variants(shape);
  if (one.const !== undefined) return one.const as Json;
  if (one.enum) return (one.enum[0] ?? null) as Json;
  if (one.allOf) return Object.assign({}, ...one.allOf.map(sampleOf)) as Json;
  if (one.prefixItems) return one.prefixItems.map(sampleOf);
  switch (one.type) {
    case 'object':
      return Object.fromEntries(Object.entries(one.properties ?? {}).map(([name, inner]) => [name, sampleOf(inner)]));
    case 'array':
      return one.items ? Array.from({ length: Math.max(1, one.minItems ?? 1) }, () => sampleOf(one.items ?? {})) : [];
    case 'integer':
    case 'number':
      return one.minimum ?? 1;
    case 'boolean':
      return true;
    default:
      return 'a'.repeat(Math.max(8, one.minLength ?? 8));
  }
}

export interface BadInput {
  readonly what: string;
  /** Path of the field that the refusal must name; undefined when any will do. */
  readonly field: string;
  readonly body: Json;
}

/** A copy with one member replaced, or removed when `value` is undefined. */
function withMember(body: Json, path: readonly string[], value: Json | undefined): Json {
  const [head, ...rest] = path;
  if (head === undefined) return value ?? null;
  const copy = { ...(body as Record<string, Json>) };
  if (rest.length > 0) copy[head] = withMember(copy[head] ?? {}, rest, value);
  else if (value === undefined) delete copy[head];
  else copy[head] = value;
  return copy;
}

/** Right in form, wrong in the check character: GB 11643 and ISBT 128. The sample's document type is an ID card. */
const wrongCheckDigits: Record<string, string | undefined> = {
  docNumber: '330100199001019000',
  donationNumber: 'N000125000001A',
};

/** Every field of the input, spoiled in each way that its type allows. Inner fields of arrays are left to random input. */
export function badInputs(endpoint: AnyEndpoint): BadInput[] {
  const shape = inputShape(endpoint);
  const body = sampleOf(shape);
  const found: BadInput[] = [
    { what: 'an unknown field', field: 'surprise', body: { ...(body as Record<string, Json>), surprise: 'x' } },
  ];
  const visit = (at: readonly string[], level: Shape) => {
    const [one = {}] = variants(level);
    for (const [name, inner] of Object.entries(one.properties ?? {})) {
      const path = [...at, name];
      const field = path.join('.');
      const [kind = {}] = variants(inner);
      const spoil = (what: string, value: Json | undefined) =>
        found.push({ what: `${field}: ${what}`, field, body: withMember(body, path, value) });
      if (one.required?.includes(name)) spoil('missing', undefined);
      if (endpoint.method === 'POST') spoil('of a wrong type', kind.type === 'object' ? 'text' : { wrong: true });
      if (kind.type === 'string' && kind.const === undefined) spoil('far too long', 'x'.repeat(100_000));
      if (kind.type === 'string' && (kind.enum ?? kind.const) !== undefined) spoil('not one of the values', 'surprise');
      const wrongDigit = wrongCheckDigits[name];
      if (wrongDigit) spoil('with a wrong check character', wrongDigit);
      if (kind.type === 'integer') spoil('not whole', 1.5);
      if (kind.type === 'object') visit(path, inner);
    }
  };
  visit([], shape);
  // A query string of 100,000 characters is refused before it reaches us.
  return endpoint.method === 'GET' ? found.filter(bad => JSON.stringify(bad.body).length < 8000) : found;
}
