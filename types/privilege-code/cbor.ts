import { Malformed } from './malformed';

/**
 * The part of CBOR that a COSE_Sign1 of ours can hold, in the deterministic form of RFC 8949 section 4.2.1 alone:
 * definite lengths, shortest heads, keys in byte order, no tag, no float, nothing after the last byte. One value has
 * one spelling. Own code, because the strict package on the registry exists only as an ES module and needs
 * TextDecoder, which mini-programs lack.
 */
export type Cbor = number | boolean | string | Uint8Array | readonly Cbor[] | CborMap;
export type CborMap = ReadonlyMap<number | string, Cbor>;

const MAJOR = { unsigned: 0, negative: 1, bytes: 2, text: 3, array: 4, map: 5 } as const;
const FALSE = 0xf4;
const TRUE = 0xf5;
/** Ours are three deep; a nested bomb stops here, not at the end of the stack. */
const MAX_DEPTH = 8;

export function encodeCbor(value: Cbor): Uint8Array {
  if (typeof value === 'boolean') return Uint8Array.of(value ? TRUE : FALSE);
  if (typeof value === 'number') {
    return value < 0 ? Uint8Array.from(head(MAJOR.negative, -1 - value)) : Uint8Array.from(head(MAJOR.unsigned, value));
  }
  if (typeof value === 'string') {
    const characters = Array.from(value, character => character.charCodeAt(0));
    return Uint8Array.from([...head(MAJOR.text, value.length), ...characters]);
  }
  if (value instanceof Uint8Array) return Uint8Array.from([...head(MAJOR.bytes, value.length), ...value]);
  if (isMap(value)) {
    const entries = [...value].map(([key, item]) => ({ key: encodeCbor(key), item: encodeCbor(item) }));
    entries.sort((a, b) => compareBytes(a.key, b.key));
    return Uint8Array.from([...head(MAJOR.map, value.size), ...entries.flatMap(({ key, item }) => [...key, ...item])]);
  }
  return Uint8Array.from([...head(MAJOR.array, value.length), ...value.flatMap(item => [...encodeCbor(item)])]);
}

export function decodeCbor(bytes: Uint8Array): Cbor {
  const reader = new Reader(bytes);
  const value = reader.value(0);
  if (!reader.atEnd()) throw new Malformed('cbor: trailing bytes');
  return value;
}

export function decodeCborMap(bytes: Uint8Array): CborMap {
  const value = decodeCbor(bytes);
  if (!isMap(value)) throw new Malformed('cbor: not a map');
  return value;
}

export const isMap = (value: Cbor | undefined): value is CborMap => value instanceof Map;

function head(major: number, argument: number): number[] {
  if (!Number.isInteger(argument) || argument > 0xffff_ffff) throw new RangeError('cbor: number out of range');
  const top = major << 5;
  if (argument < 24) return [top | argument];
  if (argument < 0x100) return [top | 24, argument];
  if (argument < 0x1_0000) return [top | 25, argument >> 8, argument & 0xff];
  return [top | 26, argument >>> 24, (argument >> 16) & 0xff, (argument >> 8) & 0xff, argument & 0xff];
}

class Reader {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  atEnd(): boolean {
    return this.at === this.bytes.length;
  }

  value(depth: number): Cbor {
    if (depth > MAX_DEPTH) throw new Malformed('cbor: too deep');
    const first = this.take(1)[0] ?? 0;
    if (first === TRUE || first === FALSE) return first === TRUE;
    const argument = this.argument(first & 0x1f);
    switch (first >> 5) {
      case MAJOR.unsigned:
        return argument;
      case MAJOR.negative:
        return -1 - argument;
      case MAJOR.bytes:
        return this.take(argument);
      case MAJOR.text:
        return ascii(this.take(argument));
      case MAJOR.array:
        return this.array(argument, depth);
      case MAJOR.map:
        return this.map(argument, depth);
      default:
        throw new Malformed('cbor: tag, float or simple value');
    }
  }

  private argument(info: number): number {
    if (info < 24) return info;
    const width = { 24: 1, 25: 2, 26: 4 }[info];
    if (width === undefined) throw new Malformed('cbor: eight-byte or indefinite length');
    const argument = this.take(width).reduce((sum, byte) => sum * 256 + byte, 0);
    const smallest = { 1: 24, 2: 0x100, 4: 0x1_0000 }[width] ?? 0;
    if (argument < smallest) throw new Malformed('cbor: not the shortest form');
    return argument;
  }

  private take(length: number): Uint8Array {
    if (length > this.bytes.length - this.at) throw new Malformed('cbor: ends early');
    this.at += length;
    return this.bytes.slice(this.at - length, this.at);
  }

  private array(length: number, depth: number): Cbor[] {
    const items: Cbor[] = [];
    // An announced length of four billion fails on the first missing item; nothing is reserved for it.
    while (items.length < length) items.push(this.value(depth + 1));
    return items;
  }

  private map(length: number, depth: number): CborMap {
    const entries = new Map<number | string, Cbor>();
    let previous: Uint8Array | undefined;
    while (entries.size < length) {
      const start = this.at;
      const key = this.value(depth + 1);
      const spelling = this.bytes.subarray(start, this.at);
      if (typeof key !== 'number' && typeof key !== 'string') throw new Malformed('cbor: key type');
      // Strictly ascending: this refuses a doubled key as well.
      if (previous && compareBytes(previous, spelling) >= 0) throw new Malformed('cbor: key order');
      previous = spelling;
      entries.set(key, this.value(depth + 1));
    }
    return entries;
  }
}

function ascii(bytes: Uint8Array): string {
  if (bytes.some(byte => byte > 0x7f)) throw new Malformed('cbor: text outside ASCII');
  return String.fromCharCode(...bytes);
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
