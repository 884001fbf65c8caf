import * as z from 'zod/mini';
import type { FieldProblem } from '@contract/endpoint';
import { common } from '../refusal';

/** zod's own issue kinds, as the short words that clients know sentences for. */
const words: Partial<Record<z.core.$ZodIssue['code'], string>> = {
  invalid_type: 'wrong_type',
  unrecognized_keys: 'unknown_field',
  invalid_value: 'not_allowed_value',
  invalid_union: 'not_allowed_value',
  too_big: 'too_large',
  too_small: 'too_small',
  invalid_format: 'wrong_format',
};

const isReasonWord = (text: string) => /^[a-z][a-z0-9_]*$/.test(text);

function toProblems(issue: z.core.$ZodIssue): FieldProblem[] {
  const at = issue.path.map(String);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => ({ field: [...at, key].join('.'), reason: 'unknown_field' }));
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  const ownWord = isReasonWord(issue.message) ? issue.message : undefined;
  return [{ field: at.join('.') || 'body', reason: missing ? 'missing' : (ownWord ?? words[issue.code] ?? 'invalid') }];
}

/** Parses or refuses with INVALID_INPUT, naming every bad field. */
export function parseInput<S extends z.core.$ZodType>(schema: S, raw: unknown): z.core.output<S> {
  const parsed = z.safeParse(schema, raw, { reportInput: true });
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.flatMap(toProblems).slice(0, 20);
  throw common('INVALID_INPUT', 'bad_input', { fields });
}

/** An answer that does not fit its contract is a defect; a column that the contract does not list is dropped. */
export function parseOutput<S extends z.core.$ZodType>(schema: S, value: unknown, operation: string): z.core.output<S> {
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.code}`).join('; ');
  throw new Error(`answer of ${operation} does not fit its contract: ${where}`);
}
