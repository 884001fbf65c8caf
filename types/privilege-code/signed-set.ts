import { SUITES, type Curve, type Suite } from './algorithms';
import { fromBase64url, toBase64url } from './base64url';
import { type Cbor, type CborMap, decodeCborMap, encodeCbor, isMap } from './cbor';
import { type CoseSign1, parseCoseSign1, sigStructure } from './cose-sign1';
import { fromHex, toHex } from './hex';
import { type Issuer, signPayload } from './issue';
import { findKey, type KeyRecord, type KeySet, type KeyUse } from './key-set';
import { Malformed } from './malformed';
import { COSE_KEY, CTI_BYTES, EC2, isTime, KID_BYTES, P256, POINT_BYTES, readHeader } from './profile';
import type { RevocationList } from './revocation-list';
import type { SignatureCheck } from './verify';

/** {1: version, 2: UTC seconds, 3: content} under our two headers: what gates pull and keep. */
const SET = { version: 1, issuedAt: 2, content: 3 } as const;
const SET_KEYS = Object.values(SET);
/** Labels of ours in a COSE_Key, from the range for private use; SM2's curve likewise has no number. */
const OWN = { use: -65_537, signFrom: -65_538, signUntil: -65_539, verifyUntil: -65_540 } as const;
const SM2_CURVE = -65_537;
const KEY_LABELS = [...Object.values(COSE_KEY), ...Object.values(OWN)];
const CURVE: Record<Curve, number> = { 'P-256': P256, sm2p256v1: SM2_CURVE };
const USES: readonly KeyUse[] = ['live', 'credential', 'paper', 'list', 'receipt'];

/** The root of a gate's trust, learnt by hand when it is installed. */
export type RootKey = Pick<KeyRecord, 'kid' | 'alg' | 'curve' | 'x' | 'y'>;
type Check = SignatureCheck['verifySignature'];

export const signKeySet = (root: Issuer, { version, issuedAt, keys }: KeySet): Promise<Uint8Array> =>
  signSet(root, version, issuedAt, keys.map(keyToCose));

/** Null when the signature or anything else is not as it must be; the gate then keeps what it has. */
export async function readKeySet(bytes: Uint8Array, root: RootKey, check: Check): Promise<KeySet | null> {
  return readSigned(bytes, async message => {
    const { alg, kid } = readHeader(message);
    if (toHex(kid) !== root.kid || !SUITES[root.alg].accepted.includes(alg)) return null;
    const set = readSet(message);
    const record: KeyRecord = { ...root, use: 'list', signFrom: 0, signUntil: 0, verifyUntil: 0 };
    if (!set || !(await check(record, sigStructure(message.protectedBytes, message.payload), message.signature)))
      return null;
    const { version, issuedAt, content } = set;
    if (!Array.isArray(content)) return null;
    return { version, issuedAt, keys: (content as Cbor[]).map(keyFromCose) };
  });
}

/** `ctis` of credentials and cards, eight bytes in hex. Sorted and exact: a false hit would shame a donor. */
export const signRevocationList = (key: Issuer, { version, issuedAt, ctis }: RevocationList): Promise<Uint8Array> =>
  signSet(key, version, issuedAt, fromHex([...ctis].sort().join('')));

export async function readRevocationList(
  bytes: Uint8Array,
  keySet: KeySet,
  now: number,
  check: Check,
): Promise<RevocationList | null> {
  return readSigned(bytes, async message => {
    const { alg, kid } = readHeader(message);
    const key = findKey(keySet, toHex(kid), 'list', alg, now);
    const set = readSet(message);
    if (!key || !set) return null;
    if (!(await check(key, sigStructure(message.protectedBytes, message.payload), message.signature))) return null;
    const ctis = splitCtis(set.content);
    return ctis && { version: set.version, issuedAt: set.issuedAt, ctis };
  });
}

const signSet = (issuer: Issuer, version: number, issuedAt: number, content: Cbor): Promise<Uint8Array> =>
  signPayload(
    issuer,
    encodeCbor(
      new Map<number, Cbor>([
        [SET.version, version],
        [SET.issuedAt, issuedAt],
        [SET.content, content],
      ]),
    ),
  );

async function readSigned<T>(bytes: Uint8Array, read: (message: CoseSign1) => Promise<T | null>): Promise<T | null> {
  try {
    return await read(parseCoseSign1(bytes));
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

function readSet({ payload }: CoseSign1): { version: number; issuedAt: number; content: Cbor } | null {
  const set = decodeCborMap(payload);
  const [version, issuedAt, content] = SET_KEYS.map(key => set.get(key));
  if (set.size !== SET_KEYS.length || !isCount(version) || !isCount(issuedAt) || content === undefined) return null;
  return { version, issuedAt, content };
}

function splitCtis(content: Cbor): string[] | null {
  if (!(content instanceof Uint8Array) || content.length % CTI_BYTES !== 0) return null;
  const ctis: string[] = [];
  for (let at = 0; at < content.length; at += CTI_BYTES) {
    const cti = toHex(content.subarray(at, at + CTI_BYTES));
    // Ascending and without doubles: one list has one spelling, and a binary search can trust it.
    if (ctis.length > 0 && cti <= (ctis.at(-1) ?? '')) return null;
    ctis.push(cti);
  }
  return ctis;
}

const keyToCose = (key: KeyRecord): CborMap =>
  new Map<number, Cbor>([
    [COSE_KEY.kty, EC2],
    [COSE_KEY.kid, fromHex(key.kid)],
    [COSE_KEY.alg, SUITES[key.alg].header],
    [COSE_KEY.crv, CURVE[key.curve]],
    [COSE_KEY.x, fromBase64url(key.x)],
    [COSE_KEY.y, fromBase64url(key.y)],
    [OWN.use, key.use],
    [OWN.signFrom, key.signFrom],
    [OWN.signUntil, key.signUntil],
    [OWN.verifyUntil, key.verifyUntil],
  ]);

function keyFromCose(value: Cbor): KeyRecord {
  if (!isMap(value) || value.size !== KEY_LABELS.length) throw new Malformed('key set: key');
  const suites = Object.keys(SUITES) as Suite[];
  const alg = suites.find(suite => SUITES[suite].header === value.get(COSE_KEY.alg));
  const use = USES.find(known => known === value.get(OWN.use));
  const [x, y, kid] = [value.get(COSE_KEY.x), value.get(COSE_KEY.y), value.get(COSE_KEY.kid)];
  if (!alg || !use || value.get(COSE_KEY.kty) !== EC2) throw new Malformed('key set: suite or use');
  const { curve } = SUITES[alg];
  if (value.get(COSE_KEY.crv) !== CURVE[curve]) throw new Malformed('key set: curve');
  const kidBytes = bytesOf(kid, KID_BYTES);
  return {
    ...{ kid: toHex(kidBytes), use, alg, curve },
    ...{ x: toBase64url(bytesOf(x, POINT_BYTES)), y: toBase64url(bytesOf(y, POINT_BYTES)) },
    signFrom: timeOf(value.get(OWN.signFrom)),
    signUntil: timeOf(value.get(OWN.signUntil)),
    verifyUntil: timeOf(value.get(OWN.verifyUntil)),
  };
}

function bytesOf(value: Cbor | undefined, length: number): Uint8Array {
  if (!(value instanceof Uint8Array) || value.length !== length) throw new Malformed('key set: bytes');
  return value;
}

function timeOf(value: Cbor | undefined): number {
  if (!isTime(value)) throw new Malformed('key set: time');
  return value;
}

const isCount = (value: Cbor | undefined): value is number => typeof value === 'number' && value >= 0;
