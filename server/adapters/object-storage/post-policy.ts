import { z } from 'zod';
import type { UploadTerms } from './port';

/** A condition of the vendor's form upload (PostObject): a field has this value, or the file has a size in this range. */
const condition = z.union([
  z.tuple([z.literal('eq'), z.string(), z.string()]),
  z.tuple([z.literal('content-length-range'), z.number(), z.number()]),
  z.record(z.string(), z.string()),
]);
const policySchema = z.object({ expiration: z.iso.datetime(), conditions: z.array(condition) });

interface PostedForm {
  /** In small letters, without the file. */
  readonly fields: ReadonlyMap<string, string>;
  readonly size: number;
  /** What the form was posted to, for a condition that no field carries. */
  readonly bucket?: string;
}

/** The terms as a policy; `others` are fields of the form that must come back as they are. */
export function policyText(
  { key, contentType, minBytes, maxBytes }: UploadTerms,
  expiresAt: Date,
  others: Readonly<Record<string, string>>,
): string {
  return JSON.stringify({
    expiration: expiresAt.toISOString(),
    conditions: [
      ['eq', '$key', key],
      ['eq', '$x-oss-content-type', contentType],
      ['content-length-range', minBytes, maxBytes],
      ...Object.entries(others).map(([name, value]) => ({ [name]: value })),
    ],
  });
}

type Fault = 'InvalidPolicyDocument' | 'AccessDenied' | 'EntityTooLarge' | 'EntityTooSmall';

/** The vendor's answer to a form that does not keep to its policy; undefined when it does. The signature is checked elsewhere. */
export function policyFault(encoded: string, form: PostedForm, now: Date): Fault | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8'));
  } catch {
    return 'InvalidPolicyDocument';
  }
  const policy = policySchema.safeParse(parsed);
  if (!policy.success) return 'InvalidPolicyDocument';
  if (now.toISOString() >= policy.data.expiration) return 'AccessDenied';
  for (const rule of policy.data.conditions) {
    const fault = Array.isArray(rule) ? ruleFault(rule, form) : valuesFault(rule, form);
    if (fault) return fault;
  }
  return undefined;
}

function ruleFault(rule: z.output<typeof condition> & unknown[], { fields, size }: PostedForm): Fault | undefined {
  if (rule[0] === 'eq') return fields.get(String(rule[1]).replace(/^\$/, '')) === rule[2] ? undefined : 'AccessDenied';
  if (size < Number(rule[1])) return 'EntityTooSmall';
  return size > Number(rule[2]) ? 'EntityTooLarge' : undefined;
}

const valuesFault = (values: Readonly<Record<string, string>>, { fields, bucket }: PostedForm): Fault | undefined =>
  Object.entries(values).every(([name, value]) => (name === 'bucket' ? bucket : fields.get(name)) === value)
    ? undefined
    : 'AccessDenied';
