import { MoreThan, Not } from 'typeorm';
import type { Input, Output } from '@contract/endpoint';
import type { registerDeviceKey as contract } from '@contract/privileges';
import { toBase64url } from '@privilege-code/base64url';
import { issueCredential } from '@privilege-code/issue';
import { CREDENTIAL_LIFE, DEVICE_SLOT } from '@privilege-code/life-times';
import { compressPoint } from '@privilege-code/point';
import { SCOPE_NAMES, scopeByte } from '@privilege-code/scope';
import { plusSeconds, toInstant } from '@server/platform/clock';
import { badField, Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import type { KeyRing } from './key-ring';
import { ownDevice } from './own-device';
import { newCti } from './new-cti';
import { PrivilegeCode } from './privilege-code.entity';
import { schedulePurge } from './purge-codes';
import { revokeCodes } from './revoke-codes';
import { isPoint } from './signatures';

/** Another phone waits this long: two phones that take turns would be two people with one privilege. */
const COOL_DOWN_SECONDS = 600;

/** The day's credential of this phone. Whatever was bound before ends now, online at once and offline by the list. */
export async function registerDeviceKey(
  tx: Tx,
  ring: KeyRing,
  { publicKey }: Input<typeof contract>,
): Promise<Output<typeof contract>> {
  if (!isPoint(publicKey)) throw badField('publicKey', 'not_a_point');
  const { personId, epoch } = await ownDevice(tx);
  await demandCooled(tx, personId, epoch);
  await revokeCodes(tx, personId, ['device']);
  const cti = newCti();
  // From the beginning of this slot: the phone signs that moment, and must not be too early for its own credential.
  const begin = Math.floor(Date.parse(tx.now) / 1000 / DEVICE_SLOT) * DEVICE_SLOT;
  const exp = begin + CREDENTIAL_LIFE;
  const expiresAt = toInstant(exp * 1000);
  await tx.em.insert(PrivilegeCode, {
    ...{ cti: cti.toString('hex'), personId, epoch, mintedAt: tx.now, form: 'device', expiresAt, revokedAt: null },
  });
  await schedulePurge(tx);
  const device = compressPoint(publicKey);
  const claims = { exp, cti, scope: scopeByte(SCOPE_NAMES), device };
  const credential = toBase64url(await issueCredential(ring.signer('credential').issuer, claims));
  return { credential, expiresAt, redrawAfterSeconds: DEVICE_SLOT, deviceTurn: epoch, serverTime: tx.now };
}

async function demandCooled(tx: Tx, personId: string, epoch: number): Promise<void> {
  const since = plusSeconds(tx.now, -COOL_DOWN_SECONDS);
  const [other] = await tx.em.find(PrivilegeCode, {
    where: { personId, form: 'device', epoch: Not(epoch), mintedAt: MoreThan(since) },
    order: { mintedAt: 'DESC' },
    take: 1,
  });
  if (!other) return;
  const retryAfterSeconds = Math.ceil((Date.parse(other.mintedAt) - Date.parse(since)) / 1000);
  throw new Refusal('DEVICE_COOLING', 'conflict', { retryAfterSeconds });
}
