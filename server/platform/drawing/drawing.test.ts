import { readPdf } from '@server/testing/read-pdf';
import { drawPdf } from './draw-pdf';
import { drawPicture } from './draw-picture';
import { drawSvg } from './draw-svg';
import { qrRows } from './qr-rows';
import { ink, paper, type Sheet } from './sheet';

const sheet: Sheet = {
  title: '测试',
  width: 300,
  height: 200,
  items: [
    { kind: 'box', x: 0, y: 0, width: 300, height: 200, fill: paper },
    { kind: 'words', x: 150, y: 60, size: 20, colour: ink, text: '无偿献血 <测试甲> & 𪚥', align: 'middle' },
    { kind: 'words', x: 150, y: 80, size: 14, colour: ink, text: '粗体', bold: true },
    { kind: 'shape', path: 'M200 100a30 30 0 1 0 60 0a30 30 0 1 0-60 0z', fill: ink, opacity: 0.5 },
    { kind: 'squares', x: 20, y: 90, width: 90, rows: qrRows('http://service.test/#/x') },
  ],
};
const at = '2026-03-05T01:00:00.000Z';

describe('a sheet', () => {
  it('becomes a PDF whose text can be searched, and that is the same each time', async () => {
    const pdf = await drawPdf(sheet, at);
    expect(readPdf(pdf).text).toContain('无偿献血 <测试甲> & 〔U+2A6A5〕');
    expect(readPdf(pdf).text).toContain('粗体');
    expect(pdf.length).toBeLessThan(60_000);
    expect(await drawPdf(sheet, at)).toEqual(pdf);
  });

  it('becomes a picture of three pixels a point', async () => {
    const png = await drawPicture(sheet);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([900, 600]);
    // Text and code are on it: an empty sheet is far smaller.
    const empty = await drawPicture({ ...sheet, items: sheet.items.slice(0, 1) });
    expect(png.length).toBeGreaterThan(empty.length + 4000);
  });

  it('lets no text end its element', () => {
    expect(drawSvg(sheet)).toContain('&lt;测试甲&gt; &amp; 〔U+2A6A5〕');
  });
});
