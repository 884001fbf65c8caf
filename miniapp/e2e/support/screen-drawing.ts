import type { Page } from 'playwright-core';
import { type Drawing } from '../../testing/degrade-picture';

interface Pixels {
  readonly side: number;
  /** One character for each pixel. */
  readonly light: string;
}

/** The code as it stands on the screen, pixel by pixel. */
export async function drawingOf(page: Page): Promise<Drawing> {
  const code = page.locator('.ui-qr').filter({ visible: true }).first();
  const address = `data:image/png;base64,${(await code.screenshot()).toString('base64')}`;
  const { side, light } = await page.evaluate(async (source): Promise<Pixels> => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = image.width;
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const { data = new Uint8ClampedArray() } = context?.getImageData(0, 0, image.width, image.width) ?? {};
    let text = '';
    for (let at = 0; at < data.length; at += 4) text += String.fromCharCode(data[at] ?? 0);
    return { side: image.width, light: text };
  }, address);
  return (x, y) => light.charCodeAt(Math.floor(y * side) * side + Math.floor(x * side)) / 255;
}
