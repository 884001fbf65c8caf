import type { CommonRefusal } from '@contract/endpoint';

export type RefusalKind =
  'bad_input' | 'not_signed_in' | 'not_allowed' | 'not_found' | 'conflict' | 'too_many' | 'unavailable';

const statusByKind: Record<RefusalKind, number> = {
  bad_input: 400,
  not_signed_in: 401,
  not_allowed: 403,
  not_found: 404,
  conflict: 409,
  too_many: 429,
  unavailable: 503,
};

/**
 * An answer of "no" that the caller is meant to see. Anything else that is thrown is a defect.
 * `details` never holds personal data: it travels in replies and logs.
 */
export class Refusal extends Error {
  readonly status: number;

  constructor(
    readonly code: string,
    readonly kind: RefusalKind,
    readonly details: Record<string, unknown> = {},
  ) {
    super(code);
    this.name = 'Refusal';
    this.status = statusByKind[kind];
  }
}

export const common = (code: CommonRefusal, kind: RefusalKind, details?: Record<string, unknown>): Refusal =>
  new Refusal(code, kind, details);
export const notFound = (): Refusal => common('NOT_FOUND', 'not_found');
/** A field that only the server could find wrong, answered in the shape of contract errors. */
export const badField = (field: string, reason: string): Refusal =>
  common('INVALID_INPUT', 'bad_input', { fields: [{ field, reason }] });
