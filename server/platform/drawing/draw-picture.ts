import { Worker } from 'node:worker_threads';
import { drawSvg } from './draw-svg';
import { boldFont, chineseFont, fontFamily } from './font';
import type { Sheet } from './sheet';

/** PNG, three pixels a point, drawn in a thread that ends with it. */
export const drawPicture = (sheet: Sheet): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const hasBold = sheet.items.some(item => item.kind === 'words' && item.bold);
    const fonts = hasBold ? [chineseFont(), boldFont()] : [chineseFont()];
    const workerData = { svg: drawSvg(sheet), fonts, fontFamily, scale: 3 };
    const thread = new Worker(require.resolve('./raster-thread.cjs'), { workerData, execArgv: [] });
    thread.once('message', (png: Uint8Array) => resolve(Buffer.from(png)));
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('the picture was not drawn')));
  });
