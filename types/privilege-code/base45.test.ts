import fc from 'fast-check';
import { decodeBase45, encodeBase45 } from './base45';
import { Malformed } from './malformed';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, character => character.charCodeAt(0));

describe('base45', () => {
  it.each([
    ['AB', 'BB8'],
    ['Hello!!', '%69 VD92EX0'],
    ['base-45', 'UJCLQE7W581'],
    ['ietf!', 'QED8WEX0'],
    ['', ''],
  ])('writes %j as %j and reads it back (RFC 9285 section 4)', (plain, encoded) => {
    expect(encodeBase45(bytesOf(plain))).toBe(encoded);
    expect(decodeBase45(encoded)).toEqual(bytesOf(plain));
  });

  it.each([
    ['a triplet above 65535', ':::'],
    ['a triplet of 65536', 'GGX'],
    ['a pair above 255', '::'],
    ['lower case', 'bb8'],
    ['a newline inside', 'BB8\nBB8'],
    ['one character left over', 'BB8B'],
    ['a character outside ASCII', 'BB８'],
    ['a surrogate pair', '😀B'],
  ])('refuses %s', (_name, text) => {
    expect(() => decodeBase45(text)).toThrow(Malformed);
  });

  it('accepts the greatest group and refuses a second spelling of AB', () => {
    expect(decodeBase45('FGW')).toEqual(Uint8Array.of(0xff, 0xff));
    expect(() => decodeBase45('RR+')).toThrow(Malformed);
  });

  it('gives every row of bytes one text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        expect(decodeBase45(encodeBase45(bytes))).toEqual(bytes);
      }),
    );
  });
});
