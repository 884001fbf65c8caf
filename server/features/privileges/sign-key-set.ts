import jwt from 'jsonwebtoken';
import type { Output } from '@contract/endpoint';
import type { getKeySet } from '@contract/privileges';
import type { KeyRing } from './key-ring';

/** The root key signs key sets and nothing else. Signed anew for each answer: the content decides, the bytes may differ. */
export function signKeySet({ keySet, signer }: KeyRing): Output<typeof getKeySet> {
  const root = signer('root');
  const { version, issuedAt, keys } = keySet;
  const token = jwt.sign({ version, keys, iat: issuedAt }, root.privateKey, { algorithm: 'ES256', keyid: root.kid });
  return { version, jwt: token, rootKey: { kty: 'EC', crv: 'P-256', x: root.x, y: root.y } };
}
