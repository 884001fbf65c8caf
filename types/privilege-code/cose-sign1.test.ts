import { parseCoseSign1, sigStructure } from './cose-sign1';
import { Malformed } from './malformed';
import { readHeader, readLiveClaims } from './profile';
import { fromHex } from './hex';
import { aTestIssuer, verifyEs256 } from './testing';

/** RFC 8392 appendix A.3 (signed CWT) and the point of its key in A.2.3. */
const RFC_8392_A3 = fromHex(
  'd28443a10126a104524173796d6d657472696345434453413235365850' +
    'a70175636f61703a2f2f61732e6578616d706c652e636f6d02656572696b7703' +
    '7818636f61703a2f2f6c696768742e6578616d706c652e636f6d' +
    '041a5612aeb0051a5610d9f0061a5610d9f007420b71' +
    '58405427c1ff28d23fbad1f29c4c7c6a555e601d6fa29f9179bc3d7438bacaca5acd' +
    '08c8d4d4f96131680c429a01f85951ecee743a52b9b63632c57209120e1c9e30',
);
const RFC_8392_KEY = {
  x: '143329cce7868e416927599cf65a34f3ce2ffda55a7eca69ed8919a394d42f0f',
  y: '60f7f1a780d8a783bfb7a2dd6b2796e8128dbbcef9d3d168db9529971a36e7b9',
};

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

describe('COSE_Sign1', () => {
  it('reads the signed token of RFC 8392 A.3 and its signature verifies', async () => {
    const message = parseCoseSign1(RFC_8392_A3);
    expect(message.tagged).toBe(true);
    expect([...message.protectedHeader]).toEqual([[1, -7]]);
    const key = { x: base64url(fromHex(RFC_8392_KEY.x)), y: base64url(fromHex(RFC_8392_KEY.y)) };
    const signed = sigStructure(message.protectedBytes, message.payload);
    const { key: record } = await aTestIssuer();
    expect(await verifyEs256({ ...record, ...key }, signed, message.signature)).toBe(true);
  });

  it('leaves it to our profile to refuse the tag, the unprotected kid and the other claims', () => {
    const message = parseCoseSign1(RFC_8392_A3);
    expect(() => readHeader(message)).toThrow('tagged');
    expect(() => readHeader({ ...message, tagged: false })).toThrow('unprotected header');
    expect(() => readHeader({ ...message, tagged: false, unprotectedHeader: new Map() })).toThrow('closed key set');
    expect(() => readLiveClaims(message.payload)).toThrow('closed key set');
  });

  it('reads an empty protected header', () => {
    expect(parseCoseSign1(fromHex('8440a04100' + '40')).protectedHeader.size).toBe(0);
  });

  it.each([
    ['three parts', '8340a040'],
    ['a map', 'a0'],
    ['a number as payload', '8440a00040'],
    ['a number as unprotected header', '8440004040'],
    ['a protected header that is no map', '844180a04040'],
    ['another tag', 'd18440a04040'],
  ])('refuses %s', (_name, hex) => {
    expect(() => parseCoseSign1(fromHex(hex))).toThrow(Malformed);
  });
});
