import { type Cbor, encodeCbor } from '@privilege-code/cbor';
import { parseCoseSign1 } from '@privilege-code/cose-sign1';
import { encodeBase45 } from '@privilege-code/base45';
import { fromHex } from '@privilege-code/hex';
import type { GateReason } from '@privilege-code/decide-at-gate';
import { issuerOf, otherSpelling } from './fixed-keys';
import type { Vector, VectorGate } from './vector';
import * as w from './world';

const { NOW, DAY } = w;

const GATE: VectorGate = {
  ...{ id: 'park-01', scope: 2, staffed: false, ntpAgeSeconds: 60, keySetAgeSeconds: 600, replaySetAgeSeconds: null },
};

type Change = Partial<Omit<Vector, 'gate'>> & { gate?: Partial<VectorGate> };
type Row = [
  title: string,
  text: string | Promise<string>,
  expect: 'allow' | `amber ${GateReason}` | GateReason,
  change?: Change,
];

export async function casesOf(): Promise<Vector[]> {
  const groups: Record<string, Row[]> = {
    'T-01': await forged(),
    'T-02': await altered(),
    'T-03': shared(),
    'T-04': await replayed(),
    'T-05': elsewhere(),
    'T-06': twice(),
    'T-07': drifting(),
    'T-08': await copiedKeys(),
    'T-09': outOfDate(),
    'T-10': rotated(),
    'T-11': revoked(),
    'T-12': unlinkable(),
    'T-13': [],
    'T-14': [],
    'T-15': await bombs(),
    'T-16': await mangled(),
    'T-17': [['the code that is drawn', w.aCode(1700), 'allow']],
    'T-18': onPaper(),
    'T-19': await sm2(),
  };
  const vectors: Vector[] = [];
  for (const [threat, rows] of Object.entries(groups))
    for (const [n, [title, text, expected, change = {}]] of rows.entries()) {
      const [result = '', reason] =
        expected === 'allow' ? ['allow'] : expected.includes(' ') ? expected.split(' ') : ['refuse', expected];
      vectors.push({
        ...{ id: `${threat}-${String(n + 1).padStart(2, '0')}`, title, text: await text, now: NOW, keySet: 'keys-1' },
        ...{ revocations: 'none', before: [], ...change, gate: { ...GATE, ...change.gate } },
        expect: { result, ...(reason ? { reason } : {}) } as Vector['expect'],
      });
    }
  return vectors;
}

const at = (now: number): Change => ({ now });
const staffed: Change = { gate: { staffed: true } };
const text = (prefix: string, bytes: Uint8Array): string => prefix + encodeBase45(bytes);

async function forged(): Promise<Row[]> {
  const code = await w.aCode(1);
  const device = await w.shown(w.aCredential(2), NOW);
  const flip = (which: number) => (bytes: Uint8Array) => bytes.map((byte, n) => (n === which ? byte ^ 1 : byte));
  return [
    ['a good live code', code, 'allow'],
    ['a good offline code of a phone', device, 'allow'],
    ['one bit of the signature changed', w.reword(code, flip(96)), 'signature'],
    ['one bit of the random id changed', w.reword(code, flip(20)), 'signature'],
    ['one bit of the time that the phone signed changed', w.reword(device, flip(159)), 'signature'],
    ['one bit of the token inside an offline code changed', w.reword(device, flip(60)), 'signature'],
    ['signed by a stranger', w.aCode(3, {}, issuerOf('0002', w.keys.stranger)), 'signature'],
    ['signed with a key that nobody knows', w.aCode(4, {}, issuerOf('00ff', w.keys.stranger)), 'key'],
    ['algorithm none', w.signed(w.header([1, 0]), w.claims(5)), 'key'],
    ['algorithm HMAC', w.signed(w.header([1, 5]), w.claims(6)), 'key'],
    ['algorithm ES384', w.signed(w.header([1, -35]), w.claims(7)), 'key'],
    ['algorithm EdDSA', w.signed(w.header([1, -8]), w.claims(8)), 'key'],
    ['ESP256 of RFC 9864 for the same key', w.signed(w.header([1, -9]), w.claims(9)), 'allow'],
    ['the algorithm as text', w.signed(w.header([1, 'ES256']), w.claims(10)), 'format'],
    ['without kid', w.signed(new Map([[1, -7]]), w.claims(11)), 'format'],
    ['kid of three bytes', w.signed(w.header([4, fromHex('000200')]), w.claims(12)), 'format'],
    ['a third header', w.signed(w.header([3, 0]), w.claims(13)), 'format'],
    ['a receipt key shown as a live key', w.aCode(14, {}, issuerOf('0006', w.keys.receipt)), 'key'],
    ['a key whose time is over', w.aCode(15), 'key', { keySet: 'keys-expired' }],
    ['a signature of 63 bytes', w.reword(code, bytes => rebuilt(bytes, { signature: new Uint8Array(63) })), 'format'],
    ['no signature', w.reword(code, bytes => rebuilt(bytes, { signature: new Uint8Array(0) })), 'format'],
    [
      'an entry in the unprotected header',
      w.reword(code, bytes => rebuilt(bytes, { unprotected: w.header() })),
      'format',
    ],
    ['the tag of COSE_Sign1', w.reword(code, bytes => Uint8Array.from([0xd2, ...bytes])), 'format'],
  ];
}

function rebuilt(bytes: Uint8Array, change: { signature?: Uint8Array; unprotected?: Cbor }): Uint8Array {
  const { protectedBytes, payload, signature } = parseCoseSign1(bytes);
  return encodeCbor([protectedBytes, change.unprotected ?? new Map(), payload, change.signature ?? signature]);
}

async function altered(): Promise<Row[]> {
  const code = await w.aCode(201);
  const device = await w.shown(w.aCredential(202), NOW);
  const inner = await w.aCredential(203);
  return [
    [
      'the scope changed after signing',
      w.reword(code, bytes => bytes.map((byte, n) => (n === 30 ? 7 : byte))),
      'signature',
    ],
    ['made for hospitals, shown at a park', w.aCode(204, { scope: 4 }), 'scope'],
    ['made for all three, shown at a park', w.aCode(205, { scope: 7 }), 'allow'],
    ['an unknown scope bit', w.signed(w.header(), w.claims(206, [9, Uint8Array.of(0x12)])), 'format'],
    [
      'no scope',
      w.signed(
        w.header(),
        new Map<number, Cbor>([
          [4, NOW + 60],
          [7, w.cti(207)],
        ]),
      ),
      'format',
    ],
    ['a subject', w.signed(w.header(), w.claims(208, [2, 'someone'])), 'format'],
    ['a text as expiry', w.signed(w.header(), w.claims(209, [4, 'soon'])), 'format'],
    ['an id of seven bytes', w.signed(w.header(), w.claims(210, [7, new Uint8Array(7)])), 'format'],
    ['the scope as a number', w.signed(w.header(), w.claims(211, [9, 2])), 'format'],
    ['a credential shown as a live code', text('BD1:', inner), 'format'],
    ['a card shown as a live code', w.aCard(212).then(card => card.replace('BD3:', 'BD1:')), 'format', staffed],
    ['a live code shown as a card', code.replace('BD1:', 'BD3:'), 'format', staffed],
    ['a live code shown as an offline code', code.replace('BD1:', 'BD2:'), 'format'],
    ['an offline code shown as a live code', device.replace('BD2:', 'BD1:'), 'format'],
    [
      'a live key that signed a card',
      w.signed(w.header(), w.claims(213, [9, Uint8Array.of(0x0a)]), w.keys.live, 'BD3:'),
      'key',
      staffed,
    ],
  ];
}

const shared = (): Row[] => [
  ['a screenshot of 69 s', w.aCode(301), 'allow', at(NOW + 69)],
  ['a screenshot of 70 s', w.aCode(302), 'expired', at(NOW + 70)],
  ['a screenshot of 71 s', w.aCode(303), 'expired', at(NOW + 71)],
  ['an offline code of 44 s', w.shown(w.aCredential(304), NOW), 'allow', at(NOW + 44)],
  ['an offline code of 45 s', w.shown(w.aCredential(305), NOW), 'expired', at(NOW + 45)],
];

async function replayed(): Promise<Row[]> {
  const [a, b] = [await w.aCode(401), await w.aCode(402)];
  const device = w.aCredential(403);
  const first = await w.shown(device, NOW);
  const alias = w.reword(a, bytes => Uint8Array.from([...bytes.subarray(0, 33), ...otherSpelling(bytes.subarray(33))]));
  const before = (...texts: string[]): Change => ({
    before: texts.map((shownText, n) => ({ text: shownText, now: NOW + n })),
    now: NOW + 9,
  });
  return [
    ['the same code again', a, 'replay', before(a)],
    ['A, B, A', a, 'replay', before(a, b)],
    ['the other spelling of the signature, first', alias, 'allow'],
    ['the other spelling of the signature, after the code', alias, 'replay', before(a)],
    ['the same offline code again', first, 'replay', before(first)],
    [
      'the next offline code of the same phone, at once',
      w.shown(device, NOW + 15),
      'interval',
      { ...before(first), now: NOW + 15 },
    ],
    [
      'the same where staff stand',
      w.shown(device, NOW + 15),
      'amber interval',
      { ...before(first), now: NOW + 15, ...staffed },
    ],
    [
      'an offline code of the same phone a minute later',
      w.shown(device, NOW + 60),
      'allow',
      { ...before(first), now: NOW + 60 },
    ],
    ['a code refused before for its time is not spent', a, 'allow', { before: [{ text: a, now: NOW - 30 }], now: NOW }],
    ['79 s after the gate forgot what it let in', w.aCode(404), 'starting', { gate: { replaySetAgeSeconds: 79 } }],
    ['80 s after it', w.aCode(405), 'allow', { gate: { replaySetAgeSeconds: 80 } }],
    [
      'an offline code 59 s after it',
      w.shown(w.aCredential(406), NOW),
      'starting',
      { gate: { replaySetAgeSeconds: 59 } },
    ],
  ];
}

/** Another gate without a link: it cannot know. The upload finds it. */
const elsewhere = (): Row[] => [
  ['a code at a second gate that decides alone', w.aCode(501), 'allow', { gate: { id: 'park-02' }, now: NOW + 20 }],
  ['the same after its time', w.aCode(501), 'expired', { gate: { id: 'park-02' }, now: NOW + 70 }],
];

const twice = (): Row[] => [['the first use', w.aCode(601), 'allow']];

const drifting = (): Row[] => [
  ['a gate 10 s behind', w.aCode(701), 'allow', at(NOW - 10)],
  ['a gate 11 s behind', w.aCode(702), 'early', at(NOW - 11)],
  ['a code of the batch for the next minute', w.aCode(703, { exp: NOW + 120 }), 'early', at(NOW + 49)],
  ['the same in its minute', w.aCode(703, { exp: NOW + 120 }), 'allow', at(NOW + 60)],
  ['a gate 8 h behind', w.aCode(704), 'early', at(NOW - 8 * 3600)],
  ['a gate 8 h ahead', w.aCode(705), 'expired', at(NOW + 8 * 3600)],
  ['a phone 15 s ahead', w.shown(w.aCredential(706), NOW + 15), 'allow'],
  ['a phone 30 s ahead', w.shown(w.aCredential(707), NOW + 30), 'early'],
  ['a clock set 24 h ago', w.aCode(708), 'clock', { gate: { ntpAgeSeconds: DAY } }],
  ['a clock set just under 24 h ago', w.aCode(709), 'allow', { gate: { ntpAgeSeconds: DAY - 1 } }],
];

async function copiedKeys(): Promise<Row[]> {
  const token = await w.aCredential(801);
  const notAPoint = fromHex('00'.repeat(31) + '02');
  const point = (x: Uint8Array, crv = 1): Cbor =>
    new Map([
      [
        1,
        new Map<number, Cbor>([
          [1, 2],
          [-1, crv],
          [-2, x],
          [-3, true],
        ]),
      ],
    ]);
  const odd = (cnf: Cbor) =>
    w.signedBytes(
      w.header([4, fromHex('0003')]),
      w.claims(803, [4, NOW + 900], [8, cnf], [9, Uint8Array.of(7)]),
      w.keys.credential,
    );
  const x = w.phoneKey.point.x;
  return [
    [
      'the token of one phone with the key of another',
      w.shown(Promise.resolve(token), NOW, w.otherPhoneKey),
      'signature',
    ],
    [
      'a token that was revoked when another phone was bound',
      w.shown(Promise.resolve(token), NOW),
      'revoked',
      { revocations: 'list-1' },
    ],
    ['an x that no point has', w.shown(odd(point(notAPoint)), NOW), 'signature'],
    ['another curve in the token', w.shown(odd(point(x, 2)), NOW), 'format'],
  ];
}

const outOfDate = (): Row[] => [
  ['the phone signs now, the credential ended', w.shown(w.aCredential(901, { exp: NOW - 1 }), NOW), 'expired'],
  [
    'signed in the last slot of the credential',
    w.shown(w.aCredential(902, { exp: NOW + 1 }), NOW),
    'allow',
    at(NOW + 20),
  ],
  ['signed as the credential ends', w.shown(w.aCredential(903, { exp: NOW }), NOW), 'expired'],
  ['signed before the credential began', w.shown(w.aCredential(904, { exp: NOW + DAY + 1 }), NOW), 'early'],
];

const rotated = (): Row[] => {
  const old = issuerOf('0001', w.keys['old live']);
  return [
    ['a key that signs no more but still verifies', w.aCode(1001, {}, old), 'allow'],
    ['the same after its withdrawal', w.aCode(1001, {}, old), 'key', { keySet: 'keys-2' }],
    ['another key after the withdrawal', w.aCode(1002), 'allow', { keySet: 'keys-2' }],
    ['keys pulled three days ago, without staff', w.aCode(1003), 'stale', { gate: { keySetAgeSeconds: 3 * DAY } }],
    [
      'keys pulled three days ago, with staff',
      w.aCode(1004),
      'amber stale',
      { gate: { keySetAgeSeconds: 3 * DAY, staffed: true } },
    ],
    [
      'keys pulled a week ago, with staff',
      w.aCode(1005),
      'stale',
      { gate: { keySetAgeSeconds: 7 * DAY, staffed: true } },
    ],
  ];
};

const revoked = (): Row[] => [
  ['a revoked credential', w.shown(w.aCredential(1101), NOW), 'revoked', { revocations: 'list-1' }],
  ['the same at a gate that has not pulled yet', w.shown(w.aCredential(1101), NOW), 'allow'],
  ['a revoked card', w.aCard(1102), 'revoked', { revocations: 'list-1', ...staffed }],
  ['a neighbour of a revoked id', w.shown(w.aCredential(1103), NOW), 'allow', { revocations: 'list-1' }],
];

/** Of one donor: nothing but header, key name and scope stays the same. */
const unlinkable = (): Row[] =>
  [1, 2, 3].map((n): Row => [`live code ${n} of one donor`, w.aCode(1200 + n * 37), 'allow']);

async function bombs(): Promise<Row[]> {
  const bomb = (hex: string) => text('BD1:', fromHex(hex));
  const payload = (hex: string) => w.signed(w.header(), fromHex(hex));
  const good = `a3041a${(NOW + 60).toString(16)}0748${'11'.repeat(8)}094102`;
  return [
    ['nesting without an end', bomb('81'.repeat(250)), 'format'],
    ['an array of four billion', bomb('9affffffff'), 'format'],
    ['bytes of four billion', bomb('845affffffff'), 'format'],
    ['a length of eight bytes', bomb('845bffffffffffffffff'), 'format'],
    ['an array without an end', bomb('9f01ff'), 'format'],
    ['a long form of a length', payload(good.replace('094102', '09580102')), 'format'],
    ['a long form of a number', payload(good.replace('a3041a', 'a3041b00000000')), 'format'],
    [
      'a doubled claim',
      payload(`a4041a${(NOW + 60).toString(16)}041a${(NOW + 60).toString(16)}0748${'11'.repeat(8)}094102`),
      'format',
    ],
    ['claims out of order', payload(`a30748${'11'.repeat(8)}041a${(NOW + 60).toString(16)}094102`), 'format'],
    ['a tag inside', payload(good.replace('041a', '04c11a')), 'format'],
    ['a float as time', payload(`a304fb41da5555c00000000748${'11'.repeat(8)}094102`), 'format'],
    ['a byte after the end', w.reword(await w.aCode(1501), bytes => Uint8Array.from([...bytes, 0])), 'format'],
    ['a claim set with a byte after its end', payload(`${good}00`), 'format'],
    ['4000 characters', 'BD1:'.padEnd(4000, '0'), 'format'],
    ['nothing after the prefix', 'BD1:', 'format'],
    ['nothing', '', 'format'],
  ];
}

async function mangled(): Promise<Row[]> {
  const code = await w.aCode(1601);
  const at50 = (insert: string) => code.slice(0, 50) + insert + code.slice(50);
  const first = code.charAt(4);
  return [
    ['CR LF after it', `${code}\r\n`, 'allow'],
    ['LF after it', `${code}\n`, 'allow'],
    ['a space after it', `${code} `, 'format'],
    ['a tab after it', `${code}\t`, 'format'],
    ['a line end before it', `\n${code}`, 'format'],
    ['a line end inside', at50('\r\n'), 'format'],
    ['lower case', code.toLowerCase(), 'format'],
    ['full-width letters of a GBK keyboard', code.replace('BD1', 'ＢＤ１'), 'format'],
    ['a replacement character of broken UTF-8', code.replace(first, '\ufffd'), 'format'],
    ['a group above its maximum', `${code.slice(0, 4)}:::${code.slice(7)}`, 'format'],
    ['one character lost', code.slice(0, -1), 'format'],
    ['another prefix', code.replace('BD1:', 'HC1:'), 'format'],
    ['no prefix', code.slice(4), 'format'],
  ];
}

const fourDays = (stand: boolean): Change => ({ gate: { staffed: stand, keySetAgeSeconds: 4 * 86_400 } });

const onPaper = (): Row[] => [
  ['a card where staff stand', w.aCard(1801), 'amber card', staffed],
  ['a card where nobody stands', w.aCard(1801), 'scope'],
  ['a card again after an hour', w.aCard(1802), 'amber card', { before: [{ text: '', now: NOW - 3600 }], ...staffed }],
  ['a card that ended', w.aCard(1803, { exp: NOW }), 'expired', staffed],
  ['a card for hospitals at a park', w.aCard(1804, { scope: 0x0c }), 'scope', staffed],
  ['a card for nothing but the staff bit', w.aCard(1805, { scope: 0x08 }), 'scope', staffed],
  ...Object.entries({ transit: 1, park: 2, hospital: 4, every: 7 }).flatMap(([kind, scope], n): Row[] => [
    [`a card at a ${kind} gate with staff`, w.aCard(1810 + n), 'amber card', { gate: { scope, staffed: true } }],
    [`a card at a ${kind} gate where nobody stands`, w.aCard(1810 + n), 'scope', { gate: { scope, staffed: false } }],
  ]),
  ['a card where keys are four days old, with staff', w.aCard(1820), 'amber card', fourDays(true)],
  ['a card where keys are four days old and nobody stands', w.aCard(1820), 'stale', fourDays(false)],
  [
    'a card where the gate has just been switched on',
    w.aCard(1821),
    'amber card',
    { gate: { staffed: true, replaySetAgeSeconds: 0 } },
  ],
];

async function sm2(): Promise<Row[]> {
  const issuer = issuerOf('0007', w.sm2Key);
  const keySet = { keySet: 'keys-sm2' };
  return [
    ['a code signed with SM2', w.aCode(1901, {}, issuer), 'allow', keySet],
    [
      'signed with the empty user id of OpenSSL',
      w.aCode(1902, {}, { ...issuer, sign: w.sm2Key.signWithId('') }),
      'signature',
      keySet,
    ],
    [
      'the header of ES256 for a key of SM2',
      w.signed(w.header([4, fromHex('0007')]), w.claims(1903), w.sm2Key),
      'key',
      keySet,
    ],
    ['the header of SM2 for a key of ES256', w.signed(w.header([1, -65_537]), w.claims(1904)), 'key', keySet],
  ];
}
