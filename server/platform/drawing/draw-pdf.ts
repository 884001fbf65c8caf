import PDFDocument from 'pdfkit';
import { boldFont, chineseFont, drawableText } from './font';
import type { Sheet, Words } from './sheet';

type Doc = InstanceType<typeof PDFDocument>;

function words(doc: Doc, { x, y, size, colour, text, align, bold }: Words): void {
  doc.font(bold ? 'bold' : 'regular');
  doc.fontSize(size).fillColor(colour);
  const shown = drawableText(text);
  const width = doc.widthOfString(shown);
  const left = align === 'middle' ? x - width / 2 : align === 'right' ? x - width : x;
  doc.text(shown, left, y, { lineBreak: false, baseline: 'alphabetic' });
}

function item(doc: Doc, part: Sheet['items'][number]): void {
  switch (part.kind) {
    case 'words':
      return words(doc, part);
    case 'photo':
      doc.image(part.bytes, part.x, part.y, { cover: [part.width, part.height], align: 'center', valign: 'center' });
      return;
    case 'shape': {
      doc.save().opacity(part.opacity ?? 1);
      const outline = doc.path(part.path).lineWidth(part.strokeWidth ?? 1);
      if (part.fill && part.stroke) outline.fillAndStroke(part.fill, part.stroke);
      else if (part.fill) outline.fill(part.fill);
      else outline.stroke(part.stroke ?? '#000000');
      doc.restore();
      return;
    }
    case 'squares': {
      const side = part.width / part.rows.length;
      part.rows.forEach((row, y) =>
        row.forEach((dark, x) => dark && doc.rect(part.x + x * side, part.y + y * side, side, side)),
      );
      doc.fill('#000000');
      return;
    }
    case 'box': {
      doc.roundedRect(part.x, part.y, part.width, part.height, part.radius ?? 0);
      if (part.fill && part.stroke) doc.lineWidth(1).fillAndStroke(part.fill, part.stroke);
      else if (part.fill) doc.fill(part.fill);
      else doc.lineWidth(1).stroke(part.stroke ?? '#000000');
    }
  }
}

/** One page: text that can be searched, the font in a subset inside. */
export function drawPdf(sheet: Sheet, madeAt: string): Promise<Buffer> {
  const at = new Date(madeAt);
  const doc = new PDFDocument({
    size: [sheet.width, sheet.height],
    margin: 0,
    lang: 'zh-CN',
    info: { Title: sheet.title, CreationDate: at, ModDate: at },
  });
  const parts: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(Buffer.concat(parts)));
    doc.on('error', reject);
  });
  doc.registerFont('regular', chineseFont());
  doc.registerFont('bold', boldFont());
  for (const part of sheet.items) item(doc, part);
  doc.end();
  return finished;
}
