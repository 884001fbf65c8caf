import { MoreThan } from 'typeorm';
import type { Input, Output } from '@contract/endpoint';
import type { mintCodeBatch as contract } from '@contract/privileges';
import { mintLiveCode } from '@privilege-code/issue';
import { LIVE_LIFE } from '@privilege-code/life-times';
import { scopeByte } from '@privilege-code/scope';
import { plusSeconds, toInstant } from '@server/platform/clock';
import { common } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import type { KeyRing } from './key-ring';
import { ownDevice } from './own-device';
import { newCti } from './new-cti';
import { PrivilegeCode } from './privilege-code.entity';
import { scheduleBatchPurge } from './purge-codes';

/** Twice the first ten and the two hours after them: enough after a lost answer, too little to fill the table. */
const CODES_PER_TEN_MINUTES = 260;
const TEN_MINUTES = 600;

/** One ordinary code a minute, each good in its own minute only: a gate refuses one of a later minute as early. */
export async function mintCodeBatch(
  tx: Tx,
  ring: KeyRing,
  { scope, minutes }: Input<typeof contract>,
): Promise<Output<typeof contract>> {
  const { personId, epoch } = await ownDevice(tx);
  await demandBatchRate(tx, personId, minutes);
  const issued = Math.floor(Date.parse(tx.now) / 1000);
  const codes = Array.from({ length: minutes }, (_, n) => ({
    cti: newCti(),
    exp: issued + (n + 1) * LIVE_LIFE,
  }));
  await tx.em.insert(
    PrivilegeCode,
    codes.map(({ cti, exp }) => ({
      ...{ cti: cti.toString('hex'), personId, epoch, mintedAt: tx.now, form: 'batch' as const },
      ...{ expiresAt: toInstant(exp * 1000), revokedAt: null },
    })),
  );
  await scheduleBatchPurge(tx);
  const { issuer } = ring.signer('live');
  return {
    codes: await Promise.all(
      codes.map(async ({ cti, exp }) => ({
        text: await mintLiveCode(issuer, { exp, cti, scope: scopeByte([scope]) }),
        issuedAt: toInstant((exp - LIVE_LIFE) * 1000),
        expiresAt: toInstant(exp * 1000),
      })),
    ),
    deviceTurn: epoch,
    serverTime: tx.now,
  };
}

async function demandBatchRate(tx: Tx, personId: string, minutes: number): Promise<void> {
  const since = plusSeconds(tx.now, -TEN_MINUTES);
  const recent = await tx.em.countBy(PrivilegeCode, { personId, form: 'batch', mintedAt: MoreThan(since) });
  if (recent + minutes > CODES_PER_TEN_MINUTES)
    throw common('TOO_MANY_REQUESTS', 'too_many', { retryAfterSeconds: TEN_MINUTES });
}
