import type { Input, Output } from '@contract/endpoint';
import type { uploadGateUses as contract } from '@contract/gate-registry';
import { SCOPE_NAMES, scopeByte } from '@privilege-code/scope';
import { verifyCode } from '@privilege-code/verify';
import { keyRing, type KeyRing, nodeCheck } from '@server/features/privileges';
import type { RequestScope } from '@server/platform/route/request-scope';
import { getActingGate } from './find-gates';
import { recordUse, type Use } from './record-use';

type Upload = Input<typeof contract>['uses'][number];
type Results = Output<typeof contract>['results'];

/** Seconds that a gate's clock may be ahead; what lies further in the future is no use that has happened. */
const AHEAD_SECONDS = 60;

/** Signatures are proved again, at the time that the gate tells, before the database hears of anything. */
export async function uploadUses(
  request: RequestScope,
  { uses }: Input<typeof contract>,
): Promise<Output<typeof contract>> {
  const ring = await keyRing(request.app);
  const nowMs = request.app.clock.millis();
  const read = await Promise.all(uses.map(async upload => ({ upload, use: await readUse(ring, nowMs, upload) })));
  const results = await request.transaction(async tx => {
    const gate = await getActingGate(tx);
    const list: Results = [];
    // One after the other: two of them may be the same code.
    for (const { upload, use } of read) {
      const outcome = use ? await recordUse(tx, ring, gate, use) : 'refused';
      list.push({ requestId: upload.requestId, outcome });
    }
    return list;
  });
  return { results, serverTime: new Date(nowMs).toISOString() };
}

async function readUse(ring: KeyRing, nowMs: number, { requestId, code, at }: Upload): Promise<Use | null> {
  if (Date.parse(at) > nowMs + AHEAD_SECONDS * 1000) return null;
  const verification = await verifyCode(code, {
    now: Math.floor(Date.parse(at) / 1000),
    keySet: ring.keySet,
    ...nodeCheck,
    gateScope: scopeByte(SCOPE_NAMES),
    staffed: true,
    isRevoked: () => false,
  });
  if (!verification.code) return null;
  const fault = verification.valid ? {} : { fault: verification.reason };
  // No row lies in the future, or it would come before the next use.
  return { requestId, code: verification.code, ...fault, at: new Date(Math.min(Date.parse(at), nowMs)).toISOString() };
}
