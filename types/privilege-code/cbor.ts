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
  const writer = new Writer();
  writer.value(value);
  return writer.written();
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

/** A code of ours is 227 bytes at the most; a list of revocations grows the buffer. */
const FIRST_BUFFER = 512;
/** One for all: what is written is copied out before anybody else can write. */
const scratch = new Uint8Array(FIRST_BUFFER);

class Writer {
  private buffer = scratch;
  private at = 0;

  written(): Uint8Array {
    return this.buffer.slice(0, this.at);
  }

  value(value: Cbor): void {
    if (typeof value === 'number') {
      if (value < 0) this.head(MAJOR.negative, -1 - value);
      else this.head(MAJOR.unsigned, value);
    } else if (value instanceof Uint8Array) {
      this.head(MAJOR.bytes, value.length);
      this.bytes(value);
    } else if (typeof value === 'string') {
      this.head(MAJOR.text, value.length);
      this.bytes(Uint8Array.from(value, character => character.charCodeAt(0)));
    } else if (typeof value === 'boolean') {
      this.room(1);
      this.buffer[this.at++] = value ? TRUE : FALSE;
    } else if (isMap(value)) this.map(value);
    else {
      this.head(MAJOR.array, value.length);
      for (const item of value) this.value(item);
    }
  }

  private map(value: CborMap): void {
    this.head(MAJOR.map, value.size);
    for (const key of [...value.keys()].sort(compareKeys)) {
      this.value(key);
      this.value(value.get(key) ?? 0);
    }
  }

  private head(major: number, argument: number): void {
    if (!Number.isInteger(argument) || argument > 0xffff_ffff) throw new RangeError('cbor: number out of range');
    this.room(5);
    const top = major << 5;
    if (argument < 24) this.buffer[this.at++] = top | argument;
    else if (argument < 0x100) this.number(top | 24, argument, 1);
    else if (argument < 0x1_0000) this.number(top | 25, argument, 2);
    else this.number(top | 26, argument, 4);
  }

  private number(first: number, argument: number, width: number): void {
    this.buffer[this.at++] = first;
    for (let shift = (width - 1) * 8; shift >= 0; shift -= 8) this.buffer[this.at++] = (argument >>> shift) & 0xff;
  }

  private bytes(bytes: Uint8Array): void {
    this.room(bytes.length);
    this.buffer.set(bytes, this.at);
    this.at += bytes.length;
  }

  private room(more: number): void {
    if (this.at + more <= this.buffer.length) return;
    const larger = new Uint8Array(Math.max(this.buffer.length * 2, this.at + more));
    larger.set(this.buffer);
    this.buffer = larger;
  }
}

class Reader {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  atEnd(): boolean {
    return this.at === this.bytes.length;
  }

  value(depth: number): Cbor {
    if (depth > MAX_DEPTH) throw new Malformed('cbor: too deep');
    const first = this.byte();
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
    if (info > 26) throw new Malformed('cbor: eight-byte or indefinite length');
    let argument = 0;
    for (let left = 1 << (info - 24); left > 0; left--) argument = argument * 256 + this.byte();
    const smallest = info === 24 ? 24 : info === 25 ? 0x100 : 0x1_0000;
    if (argument < smallest) throw new Malformed('cbor: not the shortest form');
    return argument;
  }

  private byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new Malformed('cbor: ends early');
    return byte;
  }

  private take(length: number): Uint8Array {
    if (length > this.bytes.length - this.at) throw new Malformed('cbor: ends early');
    this.at += length;
    // A view: what is read lives no longer than the bytes it came from.
    return this.bytes.subarray(this.at - length, this.at);
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

/** The order of their bytes: unsigned, negative, text; within each the shorter head, then the value. */
function compareKeys(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return a < 0 === b < 0 ? Math.abs(a) - Math.abs(b) : b - a;
  if (typeof a === 'string' && typeof b === 'string') return a.length - b.length || (a < b ? -1 : 1);
  return typeof a === 'number' ? -1 : 1;
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
