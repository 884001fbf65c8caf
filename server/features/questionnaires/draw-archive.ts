import PDFDocument from 'pdfkit';
import { chineseFont, drawable } from '@server/platform/drawing/font';
import { ink, quiet, red } from '@server/platform/drawing/sheet';
import type { ArchiveContent, Strokes } from './archive-content';

type Doc = InstanceType<typeof PDFDocument>;
const margin = 48;
/** Points; the field of a signature is 1000 × 400. */
const signatureWidth = 200;
const bottomOf = (doc: Doc): number => doc.page.height - margin;

/** With room below it for what it heads, so that no heading stands alone at the foot of a page. */
function heading(doc: Doc, text: string, room = 80): void {
  if (doc.y > bottomOf(doc) - room) doc.addPage();
  doc.moveDown(0.8).fontSize(13).fillColor(red).text(text, margin).fillColor(ink).fontSize(10).moveDown(0.3);
}

function facts(doc: Doc, rows: ArchiveContent['facts']): void {
  for (const [label, value] of rows) {
    const { y } = doc;
    doc.fillColor(quiet).text(label, margin, y, { width: 90 });
    const below = doc.y;
    doc.fillColor(ink).text(drawable(doc, value), margin + 96, y, { width: 400 });
    doc.y = Math.max(doc.y, below) + 2;
  }
}

function items(doc: Doc, rows: ArchiveContent['items']): void {
  rows.forEach(({ text, answer, carried }, index) => {
    if (doc.y > bottomOf(doc) - 40) doc.addPage();
    doc.fillColor(ink).text(`${index + 1}. ${text}`, margin, doc.y, { width: 500, lineGap: 1 });
    const words = `答：${answer}${carried ? '（与上次相同，已核对）' : ''}`;
    doc
      .fillColor(quiet)
      .text(drawable(doc, words), margin + 14, doc.y, { width: 486 })
      .moveDown(0.35);
  });
}

function strokes(doc: Doc, lines: Strokes, x: number, y: number): void {
  const scale = signatureWidth / 1000;
  doc.save().lineWidth(1.4).lineCap('round').lineJoin('round').strokeColor(ink);
  for (const [first, ...rest] of lines) {
    if (!first) continue;
    doc.moveTo(x + first[0] * scale, y + first[1] * scale);
    // A lone point becomes a dot.
    for (const [px, py] of rest.length > 0 ? rest : [[first[0] + 1, first[1]] as const])
      doc.lineTo(x + px * scale, y + py * scale);
    doc.stroke();
  }
  doc.restore();
}

function signatures(doc: Doc, rows: ArchiveContent['signatures']): void {
  const height = signatureWidth * 0.4;
  const top = doc.y + 4;
  rows.forEach(({ who, strokes: lines, at, hash }, index) => {
    const x = margin + index * 260;
    doc.fillColor(quiet).fontSize(10).text(who, x, top, { width: 240 });
    doc
      .roundedRect(x, top + 18, signatureWidth, height, 4)
      .lineWidth(0.5)
      .strokeColor('#C9CDD2')
      .stroke();
    strokes(doc, lines, x, top + 18);
    doc.fillColor(ink).text(at, x, top + 24 + height, { width: 240 });
    doc
      .fillColor(quiet)
      .fontSize(7)
      .text(`校验值 ${hash}`, x, top + 40 + height, { width: 220 });
  });
  doc.fontSize(10).text('', margin, top + height + 70);
}

function footers(doc: Doc, code: string): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page);
    // Below the margin, where a text would otherwise open a new page.
    doc.page.margins.bottom = 0;
    const words = `浙江无偿献血电子档案  ${code}  第 ${page - start + 1} 页，共 ${count} 页`;
    doc
      .fontSize(8)
      .fillColor(quiet)
      .text(words, margin, doc.page.height - 34, { width: 500, align: 'center' });
  }
}

/** The document as a donor keeps it: A4, text that can be searched, both signatures as lines, the font in subsets inside. */
export function drawArchive(content: ArchiveContent): Promise<Buffer> {
  const { questionnaire, consent, submission } = content;
  const made = new Date(content.examination?.signedAt ?? submission.submittedAt);
  const doc = new PDFDocument({
    size: 'A4',
    margin,
    bufferPages: true,
    lang: 'zh-CN',
    info: { Title: '献血电子档案', CreationDate: made, ModDate: made },
  });
  const parts: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(Buffer.concat(parts)));
    doc.on('error', reject);
  });
  doc
    .font(chineseFont())
    .fontSize(20)
    .fillColor(ink)
    .text('献血电子档案', { align: 'center' })
    .fontSize(10)
    .moveDown(0.6);
  facts(doc, content.facts);
  heading(doc, `${questionnaire.title}（版本 ${questionnaire.version}）`);
  items(doc, content.items);
  heading(doc, `${consent.title}（版本 ${consent.version}）`);
  for (const paragraph of consent.paragraphs)
    doc.fontSize(9).fillColor(ink).text(paragraph, margin, doc.y, { width: 500, lineGap: 1 }).moveDown(0.3);
  doc.fontSize(10).moveDown(0.4).text(consent.declaration, { width: 500 });
  heading(doc, '签名', 220);
  signatures(doc, content.signatures);
  doc.fontSize(7).fillColor(quiet);
  doc.text(`征询表文本校验值 ${questionnaire.hash}`, margin).text(`知情同意书文本校验值 ${consent.hash}`);
  footers(doc, submission.id);
  doc.end();
  return finished;
}
