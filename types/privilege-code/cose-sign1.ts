import { type Cbor, type CborMap, decodeCbor, decodeCborMap, encodeCbor, isMap } from './cbor';
import { Malformed } from './malformed';

/** COSE_Sign1 of RFC 9052 section 4.2. What our own codes may hold beyond this is decided in `profile`. */
export interface CoseSign1 {
  tagged: boolean;
  protectedBytes: Uint8Array;
  protectedHeader: CborMap;
  unprotectedHeader: CborMap;
  payload: Uint8Array;
  signature: Uint8Array;
}

const TAG_18 = 0xd2;

export function parseCoseSign1(bytes: Uint8Array): CoseSign1 {
  const tagged = bytes[0] === TAG_18;
  const parts = decodeCbor(tagged ? bytes.subarray(1) : bytes);
  if (!isArray(parts) || parts.length !== 4) throw new Malformed('cose: not an array of four');
  const [protectedBytes, unprotectedHeader, payload, signature] = parts;
  if (!isBytes(protectedBytes) || !isBytes(payload) || !isBytes(signature)) throw new Malformed('cose: not bytes');
  if (!isMap(unprotectedHeader)) throw new Malformed('cose: unprotected header is not a map');
  // RFC 9052 section 3: an empty protected map is sent as a zero-length string.
  const protectedHeader: CborMap = protectedBytes.length === 0 ? new Map() : decodeCborMap(protectedBytes);
  return { tagged, protectedBytes, protectedHeader, unprotectedHeader, payload, signature };
}

/** The bytes that are signed: Sig_structure of RFC 9052 section 4.4, without external data. */
export const sigStructure = (protectedBytes: Uint8Array, payload: Uint8Array): Uint8Array =>
  encodeCbor(['Signature1', protectedBytes, new Uint8Array(0), payload]);

export const encodeCoseSign1 = (protectedBytes: Uint8Array, payload: Uint8Array, signature: Uint8Array): Uint8Array =>
  encodeCbor([protectedBytes, new Map(), payload, signature]);

const isBytes = (value: Cbor | undefined): value is Uint8Array => value instanceof Uint8Array;
const isArray = (value: Cbor): value is readonly Cbor[] => Array.isArray(value);
