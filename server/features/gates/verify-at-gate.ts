import type { Input, Output } from '@contract/endpoint';
import type { verifyAtGate as contract } from '@contract/gates';
import { scopeByte, SCOPE_NAMES } from '@privilege-code/scope';
import { verifyCode } from '@privilege-code/verify';
import { crowdCheck, keyRing } from '@server/features/privileges';
import { organizationOf } from '@server/platform/actor';
import type { RequestScope } from '@server/platform/route/request-scope';
import { counted } from './count-answers';
import { judgeTogether } from './scan-queue';

type Answer = Output<typeof contract>;

/** The signature comes first and needs no database, so that garbage costs nothing but the parsing of it. */
export async function verifyAtGate(request: RequestScope, input: Input<typeof contract>): Promise<Answer> {
  const { app } = request;
  const ring = await keyRing(app);
  const verification = await verifyCode(input.code, {
    now: Math.floor(app.clock.millis() / 1000),
    keySet: ring.keySet,
    ...crowdCheck,
    // Which gate asks, who stands there and whether the donor was suspended are questions to the database, asked below.
    gateScope: scopeByte(SCOPE_NAMES),
    staffed: true,
    isRevoked: () => false,
  });
  const { code } = verification;
  const fault = verification.valid ? undefined : verification.reason;
  if (!code) return counted(app, { result: 'red', reason: fault ?? 'format', receipt: null, maskedName: null });
  const { requestId } = input;
  const scan = { gateId: organizationOf(request.actor), requestId, code, fault };
  const judged = await judgeTogether(app, { scan, ring, requestId: request.requestId });
  if ('refusal' in judged) throw judged.refusal;
  return counted(app, judged.answer);
}
