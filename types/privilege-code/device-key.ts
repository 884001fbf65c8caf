import type { Sign } from './issue';

/** The key of a phone that signs its own codes, by the WebCrypto that is handed in. */
const P256 = { name: 'ECDSA', namedCurve: 'P-256' };
const ES256 = { name: 'ECDSA', hash: 'SHA-256' };

/** The private part cannot be read out, also not by this page: `extractable` is false. */
export const createDeviceKey = (subtle: SubtleCrypto): Promise<CryptoKeyPair> =>
  subtle.generateKey(P256, false, ['sign', 'verify']);

export const signWithDevice =
  (subtle: SubtleCrypto, { privateKey }: CryptoKeyPair): Sign =>
  async bytes =>
    new Uint8Array(await subtle.sign(ES256, privateKey, new Uint8Array(bytes)));

/** What `registerDeviceKey` asks for. */
export async function publicPointOf(
  subtle: SubtleCrypto,
  { publicKey }: CryptoKeyPair,
): Promise<{ x: string; y: string }> {
  const { x = '', y = '' } = await subtle.exportKey('jwk', publicKey);
  return { x, y };
}
