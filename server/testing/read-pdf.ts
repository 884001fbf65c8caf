import { inflateSync } from 'node:zlib';

/** Streams of the document, inflated where they are packed. */
function streamsOf(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  return Array.from(text.matchAll(/<<((?:(?!endobj)[\s\S])*?)>>\s*stream\r?\n/g), match => {
    const from = match.index + match[0].length;
    const bytes = pdf.subarray(from, text.indexOf('endstream', from));
    return match[1]?.includes('FlateDecode') ? inflateSync(bytes).toString('latin1') : bytes.toString('latin1');
  });
}

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
const hexes = (text: string): string[] =>
  Array.from(text.matchAll(/<([0-9a-fA-F\s]*)>/g), match => (match[1] ?? '').replace(/\s/g, ''));

/** Glyph number → characters, as the document itself says for readers and for search (ToUnicode, ranges with a list). */
function glyphMap(streams: readonly string[]): ReadonlyMap<number, string> {
  const ranges = streams.flatMap(stream => Array.from(stream.matchAll(/<([0-9a-f]+)>\s*<[0-9a-f]+>\s*\[([^\]]*)\]/gi)));
  return new Map(
    ranges.flatMap(([, first = '0', list = '']) =>
      hexes(list).map((hex, at): [number, string] => [Number.parseInt(first, 16) + at, utf16(hex)]),
    ),
  );
}

/** The text of a PDF with one embedded font of two-byte glyphs, as any other reader finds it; and how many lines are drawn. */
export function readPdf(pdf: Buffer): { text: string; lines: number } {
  const streams = streamsOf(pdf);
  const glyphs = glyphMap(streams);
  const pages = streams.filter(stream => /\bBT\b/.test(stream) || /\bl\b/.test(stream));
  const text = pages
    .flatMap(page => Array.from(page.matchAll(/\[([^\]]*)\]\s*TJ/g), match => hexes(match[1] ?? '').join('')))
    .map(hex => (hex.match(/.{4}/g) ?? []).map(code => glyphs.get(Number.parseInt(code, 16)) ?? '').join(''))
    .join('\n');
  const lines = pages.reduce((count, page) => count + Array.from(page.matchAll(/^[\d.-]+ [\d.-]+ l$/gm)).length, 0);
  return { text, lines };
}
