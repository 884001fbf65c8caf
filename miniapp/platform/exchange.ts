import * as z from 'zod/mini';
import { type AnyEndpoint, type InputDraft, type Output, type RefusalCode } from '@contract/endpoint';
import { type Answer, defect, offline } from './answer';
import { host } from './host';
import { type WireReply } from './transport';

const refusalBody = z.object({
  code: z.string(),
  details: z.record(z.string(), z.unknown()),
  requestId: z.string(),
});

const timeoutMs = 20_000;

/** One call on the wire, without session: what `call` and the refresh of the session are made of. Never throws. */
export async function exchange<E extends AnyEndpoint>(
  endpoint: E,
  input: InputDraft<E>,
  headers: Readonly<Record<string, string>>,
): Promise<Answer<Output<E>, RefusalCode<E>>> {
  let reply: WireReply;
  try {
    reply = await host.transport({
      operation: endpoint.name,
      method: endpoint.method,
      path: endpoint.path,
      input: { ...(input as Record<string, unknown>) },
      headers,
      timeoutMs,
    });
  } catch {
    return offline;
  }
  return reply.arrived ? read<E>(endpoint, reply.body) : offline;
}

/** Goes by the shape of the body, not by the status: 浙里办's gateway hands on the body alone. */
function read<E extends AnyEndpoint>(endpoint: E, body: unknown): Answer<Output<E>, RefusalCode<E>> {
  const refusal = z.safeParse(refusalBody, body);
  if (refusal.success) {
    const { code, details, requestId } = refusal.data;
    if (code === 'DEFECT') return defect(requestId);
    return { ok: false, code: code as RefusalCode<E>, details, requestId };
  }
  const value = z.safeParse(endpoint.output, body);
  return value.success ? { ok: true, value: value.data as Output<E>, requestId: null } : defect(null);
}
