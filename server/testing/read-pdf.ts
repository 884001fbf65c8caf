import { inflateSync } from 'node:zlib';

/** Streams of the document by the number of their object, inflated where they are packed. */
function streamsOf(pdf: Buffer): Map<string, string> {
  const text = pdf.toString('latin1');
  const found = text.matchAll(/(\d+) 0 obj\s*<<((?:(?!endobj)[\s\S])*?)>>\s*stream\r?\n/g);
  return new Map(
    Array.from(found, (match): [string, string] => {
      const from = match.index + match[0].length;
      const bytes = pdf.subarray(from, text.indexOf('endstream', from));
      const plain = match[2]?.includes('FlateDecode') ? inflateSync(bytes) : bytes;
      return [match[1] ?? '', plain.toString('latin1')];
    }),
  );
}

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
const hexes = (text: string): string[] =>
  Array.from(text.matchAll(/<([0-9a-fA-F\s]*)>/g), match => (match[1] ?? '').replace(/\s/g, ''));

type Glyphs = ReadonlyMap<number, string>;

/** Glyph number → characters, as the document itself says for readers and for search (ToUnicode, ranges with a list). */
function glyphMap(stream: string): Glyphs {
  const ranges = Array.from(stream.matchAll(/<([0-9a-f]+)>\s*<[0-9a-f]+>\s*\[([^\]]*)\]/gi));
  return new Map(
    ranges.flatMap(([, first = '0', list = '']) =>
      hexes(list).map((hex, at): [number, string] => [Number.parseInt(first, 16) + at, utf16(hex)]),
    ),
  );
}

/** The glyphs of each embedded font by the name under which the pages call it. */
function fontsOf(pdf: Buffer, streams: ReadonlyMap<string, string>): Map<string, Glyphs> {
  const text = pdf.toString('latin1');
  const named = text.matchAll(/\/(F\d+) (\d+) 0 R/g);
  return new Map(
    Array.from(named, ([, name = '', of = '']): [string, Glyphs] => {
      const object = new RegExp(`(?:^|\\n)${of} 0 obj([\\s\\S]*?)endobj`).exec(text)?.[1] ?? '';
      return [name, glyphMap(streams.get(/\/ToUnicode (\d+) 0 R/.exec(object)?.[1] ?? '') ?? '')];
    }),
  );
}

/** The text of a PDF with embedded fonts of two-byte glyphs, as any other reader finds it; and how many lines are drawn. */
export function readPdf(pdf: Buffer): { text: string; lines: number } {
  const streams = streamsOf(pdf);
  const fonts = fontsOf(pdf, streams);
  const pages = [...streams.values()].filter(stream => /\bBT\b/.test(stream) || /\bl\b/.test(stream));
  const said = pages.flatMap(page => {
    let glyphs: Glyphs | undefined;
    return Array.from(page.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\]\s*TJ/g)).flatMap(([, font, shown]) => {
      if (font !== undefined) glyphs = fonts.get(font);
      if (shown === undefined) return [];
      const codes = hexes(shown).join('').match(/.{4}/g) ?? [];
      return [codes.map(code => glyphs?.get(Number.parseInt(code, 16)) ?? '').join('')];
    });
  });
  const lines = pages.reduce((count, page) => count + Array.from(page.matchAll(/^[\d.-]+ [\d.-]+ l$/gm)).length, 0);
  return { text: said.join('\n'), lines };
}
