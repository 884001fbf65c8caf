import { encodeBase45 } from './base45';
import { type Cbor, encodeCbor } from './cbor';
import { encodeCoseSign1, sigStructure } from './cose-sign1';
import { LIVE_PREFIX } from './life-times';
import { CLAIM, CTI_BYTES, HEADER, isLiveExpiry, isLiveScope, KID_BYTES, type LiveClaims } from './profile';

const ES256 = -7;

/** Returns r||s, 64 bytes. */
export type Sign = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** A live code: 97 bytes, 150 characters, QR version 6-M. A wrong argument is a defect of the caller, so it throws. */
export async function mintLiveCode(kid: Uint8Array, claims: LiveClaims, sign: Sign): Promise<string> {
  if (kid.length !== KID_BYTES || claims.cti.length !== CTI_BYTES) throw new RangeError('kid or cti length');
  if (!isLiveExpiry(claims.exp) || !isLiveScope(claims.scope)) throw new RangeError('exp or scope');
  const protectedBytes = encodeCbor(
    new Map<number, Cbor>([
      [HEADER.alg, ES256],
      [HEADER.kid, kid],
    ]),
  );
  const payload = encodeCbor(
    new Map<number, Cbor>([
      [CLAIM.exp, claims.exp],
      [CLAIM.cti, claims.cti],
      [CLAIM.scope, Uint8Array.of(claims.scope)],
    ]),
  );
  const signature = await sign(sigStructure(protectedBytes, payload));
  return LIVE_PREFIX + encodeBase45(encodeCoseSign1(protectedBytes, payload, signature));
}
