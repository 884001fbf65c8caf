import jwt from 'jsonwebtoken';
import type { Output } from '@contract/endpoint';
import type { getKeySet } from '@contract/privileges';
import { toBase64url } from '@privilege-code/base64url';
import { signKeySet as signCose } from '@privilege-code/signed-set';
import type { KeyRing } from './key-ring';

/** The root key signs key sets and nothing else. Signed anew for each answer: the content decides, the bytes may differ. */
export async function signKeySet({ keySet, signer }: KeyRing): Promise<Output<typeof getKeySet>> {
  const root = signer('root');
  if (!root.privateKey) throw new Error('the root key is of ES256');
  const { version, issuedAt, keys } = keySet;
  const token = jwt.sign({ version, keys, iat: issuedAt }, root.privateKey, { algorithm: 'ES256', keyid: root.kid });
  const cose = toBase64url(await signCose(root.issuer, keySet));
  return { version, jwt: token, cose, rootKey: { kty: 'EC', crv: 'P-256', kid: root.kid, x: root.x, y: root.y } };
}
