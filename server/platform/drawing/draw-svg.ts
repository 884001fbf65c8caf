import { drawableText, fontFamily } from './font';
import type { Sheet } from './sheet';

const escaped: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const xml = (text: string): string => drawableText(text).replace(/[&<>"]/g, mark => escaped[mark] ?? '');
const anchors = { left: 'start', middle: 'middle', right: 'end' } as const;

function item(part: Sheet['items'][number]): string {
  switch (part.kind) {
    case 'words':
      return `<text x="${part.x}" y="${part.y}" font-family="${fontFamily}" font-size="${part.size}" fill="${part.colour}" text-anchor="${anchors[part.align ?? 'left']}"${part.bold ? ' font-weight="700"' : ''}>${xml(part.text)}</text>`;
    case 'photo': {
      const address = `data:${part.contentType};base64,${part.bytes.toString('base64')}`;
      return `<image x="${part.x}" y="${part.y}" width="${part.width}" height="${part.height}" preserveAspectRatio="xMidYMid slice" href="${address}"/>`;
    }
    case 'squares': {
      const side = part.width / part.rows.length;
      const path = part.rows.flatMap((row, y) =>
        row.map((dark, x) => (dark ? `M${part.x + x * side} ${part.y + y * side}h${side}v${side}h${-side}z` : '')),
      );
      return `<path d="${path.join('')}" fill="#000" shape-rendering="crispEdges"/>`;
    }
    case 'shape':
      return `<path d="${part.path}" fill="${part.fill ?? 'none'}" stroke="${part.stroke ?? 'none'}" stroke-width="${part.strokeWidth ?? 1}" opacity="${part.opacity ?? 1}"/>`;
    case 'box':
      return `<rect x="${part.x}" y="${part.y}" width="${part.width}" height="${part.height}" rx="${part.radius ?? 0}" fill="${part.fill ?? 'none'}" stroke="${part.stroke ?? 'none'}"/>`;
  }
}

export const drawSvg = ({ width, height, items }: Sheet): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${items.map(item).join('')}</svg>`;
