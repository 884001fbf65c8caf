import { MoreThan } from 'typeorm';
import type { Output } from '@contract/endpoint';
import type { mintPrivilegeCode as contract } from '@contract/privileges';
import { mintLiveCode } from '@privilege-code/issue';
import { LIVE_LIFE, LIVE_REDRAW } from '@privilege-code/life-times';
import { type ScopeName, scopeByte } from '@privilege-code/scope';
import { plusSeconds, toInstant } from '@server/platform/clock';
import { common } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import type { KeyRing } from './key-ring';
import { ownDevice } from './own-device';
import { newCti } from './new-cti';
import { PrivilegeCode } from './privilege-code.entity';
import { schedulePurge } from './purge-codes';

/** A redraw every 30 s and one after each scan fit easily. */
export const MINTS_PER_MINUTE = 6;

/** A code of the donor in session for one place, signed with server time: the phone's clock never matters. */
export async function mintPrivilegeCode(tx: Tx, ring: KeyRing, scope: ScopeName): Promise<Output<typeof contract>> {
  const { personId, epoch } = await ownDevice(tx);
  await demandRate(tx, personId);
  const cti = newCti();
  const issued = Math.floor(Date.parse(tx.now) / 1000);
  const exp = issued + LIVE_LIFE;
  const expiresAt = toInstant(exp * 1000);
  await tx.em.insert(PrivilegeCode, {
    ...{ cti: cti.toString('hex'), personId, epoch, mintedAt: tx.now, form: 'live', expiresAt, revokedAt: null },
  });
  await schedulePurge(tx);
  return {
    text: await mintLiveCode(ring.signer('live').issuer, { exp, cti, scope: scopeByte([scope]) }),
    issuedAt: toInstant(issued * 1000),
    expiresAt,
    redrawAfterSeconds: LIVE_REDRAW,
    deviceTurn: epoch,
    serverTime: tx.now,
  };
}

/** Counted in the database after the donor's row is held, so that several server processes share one rate. */
async function demandRate(tx: Tx, personId: string): Promise<void> {
  const since = plusSeconds(tx.now, -60);
  const recent = await tx.em.find(PrivilegeCode, {
    where: { personId, form: 'live', mintedAt: MoreThan(since) },
    order: { mintedAt: 'ASC' },
    take: MINTS_PER_MINUTE,
  });
  const oldest = recent[0];
  if (recent.length < MINTS_PER_MINUTE || !oldest) return;
  const retryAfterSeconds = Math.ceil((Date.parse(oldest.mintedAt) - Date.parse(since)) / 1000);
  throw common('TOO_MANY_REQUESTS', 'too_many', { retryAfterSeconds });
}
