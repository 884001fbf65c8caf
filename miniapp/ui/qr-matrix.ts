import { create } from 'qrcode';
import { utf8 } from '@miniapp/platform/utf8';
import { svgAddress } from './svg';

/** Said explicitly, because guessing the mode would change how dense the code is from value to value. */
export type QrSegment =
  | { readonly mode: 'alphanumeric'; readonly data: string }
  | { readonly mode: 'byte'; readonly data: string | Uint8Array };

/** Light modules around the code that a scanner needs (ISO/IEC 18004). */
const margin = 4;

interface Matrix {
  readonly size: number;
  readonly isDark: (row: number, column: number) => boolean;
}

function matrix(segments: readonly QrSegment[]): Matrix {
  const { modules } = create(
    segments.map(segment =>
      segment.mode === 'byte'
        ? {
            mode: 'byte' as const,
            data: typeof segment.data === 'string' ? new Uint8Array(utf8(segment.data)) : segment.data,
          }
        : { mode: 'alphanumeric' as const, data: segment.data },
    ),
    { errorCorrectionLevel: 'M' },
  );
  return { size: modules.size, isDark: (row, column) => modules.get(row, column) === 1 };
}

/** One stroke for each run of dark modules in a row: far fewer than one for each module. */
function runs({ size, isDark }: Matrix): string {
  let path = '';
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!isDark(row, column)) continue;
      const start = column;
      while (column + 1 < size && isDark(row, column + 1)) column += 1;
      path += `M${start + margin} ${row + margin}h${column - start + 1}v1H${start + margin}z`;
    }
  }
  return path;
}

/** Address of an SVG with the code, black on white whatever the colours around it. */
export function qrAddress(segments: readonly QrSegment[]): string {
  const code = matrix(segments);
  const side = code.size + 2 * margin;
  return svgAddress(
    side,
    side,
    `<rect width='${side}' height='${side}' fill='white'/><path shape-rendering='crispEdges' d='${runs(code)}'/>`,
  );
}
