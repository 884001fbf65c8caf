import { readFileSync } from 'node:fs';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { qrAddress, type QrSegment } from './qr-matrix';

/** Paints the SVG of the code four pixels to the module, as a screen would. */
function paint(address: string): ImageData {
  const svg = decodeURIComponent(address.replace('data:image/svg+xml,', ''));
  const side = Number(/viewBox='0 0 (\d+) /.exec(svg)?.[1]);
  const scale = 4;
  const data = new Uint8ClampedArray((side * scale) ** 2 * 4).fill(255);
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g))
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1)
      for (let column = Number(x) * scale; column < (Number(x) + Number(length)) * scale; column += 1)
        data.fill(0, (row * side * scale + column) * 4, (row * side * scale + column) * 4 + 3);
  return { data, width: side * scale, height: side * scale, colorSpace: 'srgb' };
}

beforeAll(() => {
  // Otherwise it fetches itself from the internet.
  const wasmBinary = readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasmBinary).buffer } });
});

describe('a QR code', () => {
  it.each<[string, QrSegment[], string]>([
    ['alphanumeric', [{ mode: 'alphanumeric', data: 'ZJ1:6BF+70790T9WJWG.FKY*4GO0' }], 'ZJ1:6BF+70790T9WJWG.FKY*4GO0'],
    ['bytes', [{ mode: 'byte', data: 'https://example.test/#/a?t=献血' }], 'https://example.test/#/a?t=献血'],
    [
      'both',
      [
        { mode: 'byte', data: 'v/' },
        { mode: 'alphanumeric', data: 'ABC123' },
      ],
      'v/ABC123',
    ],
  ])('of %s is read back by a scanner', async (_mode, segments, text) => {
    const [code] = await readBarcodes(paint(qrAddress(segments)), { formats: ['QRCode'] });
    expect(code?.text).toBe(text);
    expect(code?.ecLevel).toBe('M');
  });

  it('keeps four light modules around it', () => {
    const columns = [
      ...decodeURIComponent(qrAddress([{ mode: 'alphanumeric', data: 'A' }])).matchAll(/M(\d+) (\d+)h/g),
    ];
    expect(Math.min(...columns.map(([, x]) => Number(x)))).toBe(4);
    expect(Math.min(...columns.map(([, , y]) => Number(y)))).toBe(4);
  });
});
