import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';

type Doc = InstanceType<typeof PDFDocument>;
/** The font in use, as pdfkit holds it; its types do not name it. */
type Drawing = Doc & { readonly _font: { readonly font: { hasGlyphForCodePoint(code: number): boolean } } };

const fontFile = require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');
const boldFile = require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf');
let font: Buffer | undefined;
let bold: Buffer | undefined;

export const chineseFont = (): Buffer => (font ??= readFileSync(fontFile));
export const boldFont = (): Buffer => (bold ??= readFileSync(boldFile));
export const fontFamily = 'Noto Sans SC';

/** A rare character of a name that the font lacks is written as its code: a box would hide who it is. */
export function drawable(doc: Doc, text: string): string {
  const { font: face } = (doc as Drawing)._font;
  return Array.from(text, character => {
    const code = character.codePointAt(0) ?? 0;
    return face.hasGlyphForCodePoint(code) ? character : `〔U+${code.toString(16).toUpperCase()}〕`;
  }).join('');
}

let ruler: Doc | undefined;

/** The same for a picture, whose renderer would leave such a character out. */
export function drawableText(text: string): string {
  ruler ??= new PDFDocument().font(chineseFont());
  return drawable(ruler, text);
}
