import { decodeCbor, decodeCborMap, encodeCbor } from './cbor';
import { fromHex } from './hex';
import { Malformed } from './malformed';

describe('strict CBOR', () => {
  it.each([
    ['an indefinite array', '9f01ff'],
    ['an indefinite byte string', '5f4101ff'],
    ['a long form of a small number', '1801'],
    ['a long form of a length', '580101'],
    ['a doubled key', 'a201020103'],
    ['keys out of order', 'a204010102'],
    ['a tag', 'c101'],
    ['undefined', 'f7'],
    ['a float where a number would do', 'fa3f800000'],
    ['NaN', 'f97e00'],
    ['a trailing byte', '0100'],
    ['nothing', ''],
    ['a byte string that ends early', '4401'],
    ['a length of four billion', '5affffffff'],
    ['an array of four billion', '9affffffff'],
    ['a number of eight bytes', '1b0000000100000000'],
    ['null', 'f6'],
    ['text outside ASCII', '62c3bc'],
    ['a byte string as key', 'a1410101'],
    ['a break outside an array', 'ff'],
    ['nesting without an end', '81'.repeat(260)],
  ])('refuses %s', (_name, hex) => {
    expect(() => decodeCbor(fromHex(hex))).toThrow(Malformed);
  });

  it('writes keys in order and reads its own bytes', () => {
    const bytes = encodeCbor(
      new Map([
        [9, Uint8Array.of(2)],
        [4, Uint8Array.of(1)],
      ]),
    );
    expect(bytes).toEqual(fromHex('a204410109' + '4102'));
    expect([...decodeCborMap(bytes).keys()]).toEqual([4, 9]);
  });

  it('orders keys as their bytes are ordered', () => {
    const map = new Map([-65_537, 'b', 3, 'aa', -1, 24, 'a', 1000, -30].map(key => [key, 0] as const));
    expect([...decodeCborMap(encodeCbor(map)).keys()]).toEqual([3, 24, 1000, -1, -30, -65_537, 'a', 'b', 'aa']);
  });

  it.each([0, 23, 24, 255, 256, 65_535, 65_536, 0xffff_ffff, -1, -24, -25, -257, -65_537, true, false, 'ok'])(
    'reads back %j',
    value => {
      expect(decodeCbor(encodeCbor([value]))).toEqual([value]);
    },
  );

  it('does not write a number that it could not read', () => {
    expect(() => encodeCbor(2 ** 32)).toThrow(RangeError);
    expect(() => encodeCbor(0.5)).toThrow(RangeError);
  });

  it('refuses a map asked of an array', () => {
    expect(() => decodeCborMap(fromHex('80'))).toThrow(Malformed);
  });
});
