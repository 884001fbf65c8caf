import { readFileSync } from 'node:fs';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { type Drawing, seen, sequence, type Sight } from './degrade-picture';

let prepared: Promise<unknown> | undefined;

function prepare(): Promise<unknown> {
  const bytes = readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  const wasmBinary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  return Promise.resolve(prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true }));
}

/** Share of the degraded pictures of a drawing in which an independent reader (ZXing-C++) finds this text. */
export async function shareRead(drawing: Drawing, text: string, sight: Sight, trials: number): Promise<number> {
  await (prepared ??= prepare());
  const random = sequence(20_260_305);
  let read = 0;
  for (let n = 0; n < trials; n++) {
    const [found] = await readBarcodes(seen(drawing, sight, random), { formats: ['QRCode'] });
    if (found?.text === text) read++;
  }
  return read / trials;
}
