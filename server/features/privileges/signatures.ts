import { createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject, sign, verify } from 'node:crypto';
import type { Sign } from '@privilege-code/issue';
import type { KeyRecord } from '@privilege-code/key-set';
import type { DevicePoint } from '@privilege-code/point';
import type { SignatureCheck } from '@privilege-code/verify';
import { verifyBeside } from '@server/platform/crypto/signature-thread';
import { verifySm2 } from './sm2';

type Point = Pick<KeyRecord, 'x' | 'y'>;

// COSE and JWS want r||s; the default of OpenSSL is DER.
const DSA_ENCODING = 'ieee-p1363';

export const es256Signer =
  (key: KeyObject): Sign =>
  bytes =>
    sign('sha256', bytes, { key, dsaEncoding: DSA_ENCODING });

export const privateKeyOf = (jwk: string): KeyObject =>
  createPrivateKey({ key: JSON.parse(jwk) as JsonWebKey, format: 'jwk' });

export const publicKeyOf = ({ x, y }: Point): KeyObject =>
  createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });

const imported = new WeakMap<Point, KeyObject>();

/** Importing a key costs as much as a verification, so each record is imported once. */
function keyOf(record: KeyRecord): KeyObject {
  const key = imported.get(record) ?? publicKeyOf(record);
  imported.set(record, key);
  return key;
}

const verifySignature = (record: KeyRecord, bytes: Uint8Array, signature: Uint8Array): boolean =>
  record.alg === 'SM2'
    ? verifySm2(record, bytes, signature)
    : verify('sha256', bytes, { key: keyOf(record), dsaEncoding: DSA_ENCODING }, signature);

/** SubjectPublicKeyInfo of P-256 up to the compressed point: no big-number code of ours. */
const SPKI = Buffer.from('3039301306072a8648ce3d020106082a8648ce3d030107032200', 'hex');

function verifyDevice({ x, odd }: DevicePoint, bytes: Uint8Array, signature: Uint8Array): boolean {
  const point = Buffer.concat([SPKI, Uint8Array.of(odd ? 3 : 2), x]);
  let key: KeyObject;
  try {
    key = createPublicKey({ key: point, format: 'der', type: 'spki' });
  } catch {
    // No point of the curve has this x.
    return false;
  }
  return verify('sha256', bytes, { key, dsaEncoding: DSA_ENCODING }, signature);
}

/** The primitives of `verifyCode` on this side. */
export const nodeCheck: SignatureCheck = { verifySignature, verifyDevice };

/** The same for a server that many ask at the same moment. */
export const crowdCheck: SignatureCheck = {
  verifyDevice,
  verifySignature: (record, bytes, signature) =>
    record.alg === 'SM2' ? verifySm2(record, bytes, signature) : verifyBeside(keyOf(record), bytes, signature),
};

export const isPoint = (point: Point): boolean => {
  try {
    publicKeyOf(point);
    return true;
  } catch {
    return false;
  }
};
