import type * as z from 'zod/mini';

/** Everyone who may call the service. `visitor` has signed in but has not proved who they are; `citizen` has. */
export const roles = [
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
export type Role = (typeof roles)[number];

/** Refusals that any operation may answer; a contract lists only its own on top of these. */
export const commonRefusals = [
  /** Input does not fit the contract; `details.fields` names each field and the reason. */
  'INVALID_INPUT',
  /** No session, or one that was revoked: sign in again. */
  'NOT_SIGNED_IN',
  /** The access token has run out: refresh it and repeat the call. */
  'SESSION_EXPIRED',
  /** The signed-in person's role may not do this. */
  'NOT_ALLOWED',
  /** The same Idempotency-Key came with another body. */
  'IDEMPOTENCY_MISMATCH',
  /** Too many calls; `details.retryAfterSeconds` says when to come back. */
  'TOO_MANY_REQUESTS',
  'NOT_FOUND',
  /** Staff or a relative act for a donor, and this is not theirs to do (on-behalf.ts). */
  'NOT_FOR_HELPERS',
] as const;
export type CommonRefusal = (typeof commonRefusals)[number];

/** One operation, described once: the server, the clients, the documents and the tests all read this. */
export interface Endpoint<
  Name extends string = string,
  In extends z.core.$ZodType = z.core.$ZodType,
  Out extends z.core.$ZodType = z.core.$ZodType,
  Code extends string = string,
> {
  readonly name: Name;
  /** GET reads and takes its input from the query string; POST changes something and takes JSON. */
  readonly method: 'GET' | 'POST';
  /** Absolute and without parameters: the gateway of 浙里办 forwards none. */
  readonly path: `/api/${string}`;
  readonly summary: string;
  readonly who: readonly Role[];
  readonly input: In;
  readonly output: Out;
  readonly refusals: readonly Code[];
}

export type AnyEndpoint = Endpoint;
export type Input<E> = E extends Endpoint<string, infer In, z.core.$ZodType> ? z.core.output<In> : never;
/** What a caller writes, before coercion and defaults. */
export type InputDraft<E> = E extends Endpoint<string, infer In, z.core.$ZodType> ? z.core.input<In> : never;
export type Output<E> = E extends Endpoint<string, z.core.$ZodType, infer Out> ? z.core.output<Out> : never;
export type RefusalCode<E> =
  E extends Endpoint<string, z.core.$ZodType, z.core.$ZodType, infer Code> ? Code | CommonRefusal : never;

export function endpoint<
  const Name extends string,
  In extends z.core.$ZodType,
  Out extends z.core.$ZodType,
  const Code extends string = never,
>(description: Endpoint<Name, In, Out, Code>): Endpoint<Name, In, Out, Code> {
  return description;
}

/** One bad field of an INVALID_INPUT refusal. `field` is a path such as `donor.docNumber`. */
export interface FieldProblem {
  readonly field: string;
  readonly reason: string;
}
