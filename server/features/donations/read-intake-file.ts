import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import iconv from 'iconv-lite';

export type FileEncoding = 'utf8' | 'gb18030';

/** The input cannot be imported at all, in words for the person at the command line. */
export class UnusableInput extends Error {}

export interface IntakeFile {
  readonly file: string;
  readonly label: string;
  readonly encoding: FileEncoding;
  readonly contentHash: string;
  readonly lines: number;
  readonly bytes: number;
}

const sampleBytes = 64 * 1024;
/** No row is near this long; a longer line is cut, so that a file without line ends cannot fill the memory. */
const maxLineCharacters = 64 * 1024;

const ignoreEnd = (): void => {
  // The reader of the last stream meets the same error where it reads.
};

/** Bytes of the content, unpacked when the name ends in .gz. */
function openContent(file: string, onRaw?: (chunk: Buffer) => void): Readable {
  const raw = createReadStream(file, { highWaterMark: 256 * 1024 });
  if (onRaw) raw.on('data', chunk => onRaw(Buffer.from(chunk)));
  return file.endsWith('.gz') ? pipeline(raw, createGunzip({ chunkSize: 256 * 1024 }), ignoreEnd) : raw;
}

/** UTF-8 has a form that other encodings practically never meet by chance; without it, the file is GB18030. */
export function detectEncoding(head: Uint8Array): FileEncoding {
  try {
    // A sample may end inside a character.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return 'utf8';
  } catch {
    return 'gb18030';
  }
}

async function readableOrUnusable(file: string): Promise<void> {
  try {
    const handle = await open(file, 'r');
    const stat = await handle.stat();
    await handle.close();
    if (!stat.isFile()) throw new UnusableInput(`${file} is not a file`);
  } catch (error) {
    if (error instanceof UnusableInput) throw error;
    throw new UnusableInput(`cannot open ${file}`);
  }
}

/** Reads the whole file once: its hash (what an interrupted import is recognized by), its number of lines, its encoding. */
export async function surveyIntakeFile(file: string, encoding?: FileEncoding): Promise<IntakeFile> {
  await readableOrUnusable(file);
  const hash = createHash('sha256');
  let head = Buffer.alloc(0);
  let bytes = 0;
  let lines = 0;
  let last = 10;
  try {
    for await (const chunk of openContent(file, raw => hash.update(raw))) {
      const part = chunk as Buffer;
      if (head.length < sampleBytes) head = Buffer.concat([head, part.subarray(0, sampleBytes - head.length)]);
      bytes += part.length;
      for (let at = part.indexOf(10); at >= 0; at = part.indexOf(10, at + 1)) lines++;
      last = part[part.length - 1] ?? last;
    }
  } catch {
    throw new UnusableInput(`cannot read ${file} to its end: it is damaged or still being written`);
  }
  return {
    file,
    label: path.basename(file).slice(0, 200),
    encoding: encoding ?? detectEncoding(head),
    contentHash: hash.digest('hex'),
    lines: last === 10 ? lines : lines + 1,
    bytes,
  };
}

/** Lines in pieces of any size. Without `decode` they are text; with it, one character a byte. */
export interface IntakeLines extends AsyncIterable<readonly string[]> {
  /** The text of a part of a line. */
  readonly decode?: (bytes: string) => string;
}

const byteOrderMarks: Readonly<Record<FileEncoding, string>> = { utf8: '\xef\xbb\xbf', gb18030: '\x84\x31\x95\x33' };

async function* readByteLines(file: string, mark: string): AsyncGenerator<string[]> {
  let carry = '';
  let isStart = true;
  for await (const chunk of openContent(file)) {
    const lines = (carry + (chunk as Buffer).toString('latin1')).split('\n');
    if (isStart && lines[0]?.startsWith(mark)) lines[0] = lines[0].slice(mark.length);
    isStart &&= lines.length === 1;
    carry = (lines.pop() ?? '').slice(0, maxLineCharacters);
    if (lines.length > 0) yield lines;
  }
  if (carry !== '') yield [carry];
}

const beyondAscii = /[\x80-\xff]/;
/** Words that a file repeats in each row; names fill the rest. */
const wordsKept = 2000;

/** Decodes what is not ASCII, and a word that comes again and again only once. */
function decoderOf(encoding: FileEncoding): (bytes: string) => string {
  const known = new Map<string, string>();
  return bytes => {
    if (!beyondAscii.test(bytes)) return bytes;
    const found = known.get(bytes);
    if (found !== undefined) return found;
    const raw = Buffer.from(bytes, 'latin1');
    const text = encoding === 'utf8' ? raw.toString('utf8') : iconv.decode(raw, encoding);
    if (known.size < wordsKept) known.set(bytes, text);
    return text;
  };
}

/**
 * Lines of the file without their ends, in the pieces in which they arrive. In both encodings a byte of a line end, a comma or a
 * quote is never part of another character: so lines and cells are cut as bytes, and only cells that need it are decoded.
 */
export function readLines({ file, encoding }: Pick<IntakeFile, 'file' | 'encoding'>): Required<IntakeLines> {
  return {
    [Symbol.asyncIterator]: () => readByteLines(file, byteOrderMarks[encoding]),
    decode: decoderOf(encoding),
  };
}
