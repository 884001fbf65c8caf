import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { nothing, text } from './primitives';
import { privilegeScope } from './privileges';

export const verifyAtGate = endpoint({
  name: 'verifyAtGate',
  method: 'POST',
  path: '/api/gates/verify',
  summary: 'A gate verifies a privilege code online: once, with a signed receipt',
  who: ['gate'],
  input: z.strictObject({ code: z.string().check(z.maxLength(4000)), requestId: text(8, 64) }),
  output: z.object({
    result: z.enum(['green', 'amber', 'red']),
    reason: z.enum([
      'ok',
      'format',
      'key',
      'signature',
      'early',
      'expired',
      'scope',
      'revoked',
      'replay',
      'interval',
      'speed',
      'review',
      'card',
      'unknown',
    ]),
    /** ES256 JWT bound to gate, request and code; 60 seconds. Null when the code could not be read at all. */
    receipt: z.nullable(z.string()),
    /** Only for gates with staff. */
    maskedName: z.nullable(z.string()),
  }),
  refusals: [],
});

export const getMyGate = endpoint({
  name: 'getMyGate',
  method: 'GET',
  path: '/api/gates/mine',
  summary: 'What the signed-in gate is and may verify',
  who: ['gate'],
  input: nothing,
  output: z.object({
    code: z.string(),
    name: z.string(),
    city: z.string(),
    scopes: z.array(privilegeScope),
    staffed: z.boolean(),
  }),
  refusals: [],
});
