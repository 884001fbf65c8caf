import { qrRows } from '@server/platform/drawing/qr-rows';
import { ink, paper, quiet, red, type Item, type Words } from '@server/platform/drawing/sheet';

/** Points; a phone's width, so that what is 16 here is read as 16 there. */
export const width = 390;
export const margin = 24;
export const gold = '#F2D6A2';
const deepRed = '#8F1622';
const blush = '#F7E4E1';

export const words = (
  x: number,
  y: number,
  size: number,
  colour: string,
  text: string,
  more: Pick<Words, 'align' | 'bold'> = {},
): Words => ({ kind: 'words', x, y, size, colour, text, ...more });

const middle = { align: 'middle' } as const;

/** A drop of blood with its tip at (x, y). */
export const drop = (x: number, y: number, height: number): string => {
  const r = height * 0.36;
  const base = y + height - r;
  return `M${x} ${y}C${x + r * 0.35} ${y + height * 0.22} ${x + r} ${base - r * 0.75} ${x + r} ${base}A${r} ${r} 0 0 1 ${x - r} ${base}C${x - r} ${base - r * 0.75} ${x - r * 0.35} ${y + height * 0.22} ${x} ${y}Z`;
};

const circle = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}A${r} ${r} 0 1 0 ${x + r} ${y}A${r} ${r} 0 1 0 ${x - r} ${y}Z`;

/** The red part above: rings that spread from a drop, and an edge like the surface of water. */
export function redGround(height: number, from: { x: number; y: number }): Item[] {
  const edge = `M0 0H${width}V${height - 22}C${width * 0.72} ${height + 20} ${width * 0.3} ${height - 58} 0 ${height}Z`;
  const rings = [70, 118, 172, 232, 298].map((r, index): Item => ({
    ...{ kind: 'shape', path: circle(from.x, from.y, r), stroke: '#FFFFFF', strokeWidth: 1.2 },
    opacity: 0.2 - index * 0.034,
  }));
  return [
    {
      kind: 'shape',
      path: `M0 0H${width}V${height}C${width * 0.66} ${height + 34} ${width * 0.3} ${height - 40} 0 ${height + 14}Z`,
      fill: deepRed,
      opacity: 0.18,
    },
    { kind: 'shape', path: edge, fill: red },
    ...rings,
  ];
}

/** The paper under everything; rings that run over the edge of the red are hidden by what comes after it. */
export const ground = (height: number): Item => ({ kind: 'box', x: 0, y: 0, width, height, fill: paper });

export const card = (y: number, height: number): Item[] => [
  { kind: 'box', x: margin - 1, y: y + 2, width: width - 2 * margin + 2, height, radius: 16, fill: '#EADBD3' },
  { kind: 'box', x: margin, y, width: width - 2 * margin, height, radius: 16, fill: '#FFFFFF' },
];

interface Sum {
  readonly value: string;
  readonly unit: string;
  readonly label: string;
}

/** Two or three sums side by side. */
export function sumsRow(y: number, sums: readonly Sum[]): Item[] {
  const share = (width - 2 * margin) / sums.length;
  return sums.flatMap(({ value, unit, label }, index): Item[] => {
    const x = margin + share * (index + 0.5);
    return [
      ...(index > 0
        ? [{ kind: 'box', x: margin + share * index, y: y - 24, width: 1, height: 62, fill: blush } as const]
        : []),
      words(x, y, 25, ink, value, { ...middle, bold: true }),
      words(x, y + 19, 14, quiet, unit, middle),
      words(x, y + 40, 14, quiet, label, middle),
    ];
  });
}

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

export const sumsOf = (sums: { wholeBloodMl: number; plateletUnitsTenths: number }): Sum[] => [
  ...(sums.wholeBloodMl > 0 ? [{ value: grouped(sums.wholeBloodMl), unit: '毫升', label: '全血' }] : []),
  ...(sums.plateletUnitsTenths > 0
    ? [{ value: grouped(sums.plateletUnitsTenths / 10), unit: '治疗单位', label: '血小板' }]
    : []),
];

/** A round medal with a star, for an award. */
export function medal(x: number, y: number, r: number): Item[] {
  const points = Array.from({ length: 10 }, (_, n) => {
    const angle = (Math.PI / 5) * n - Math.PI / 2;
    const reach = n % 2 === 0 ? r * 0.58 : r * 0.25;
    return `${(x + reach * Math.cos(angle)).toFixed(2)} ${(y + reach * Math.sin(angle)).toFixed(2)}`;
  });
  return [
    {
      kind: 'shape',
      path: `M${x - r * 0.7} ${y + r * 0.5}L${x - r * 0.95} ${y + r * 1.75}L${x - r * 0.3} ${y + r * 1.35}L${x} ${y + r * 0.8}L${x + r * 0.3} ${y + r * 1.35}L${x + r * 0.95} ${y + r * 1.75}L${x + r * 0.7} ${y + r * 0.5}Z`,
      fill: red,
    },
    { kind: 'shape', path: circle(x, y, r), fill: '#D9A441' },
    { kind: 'shape', path: circle(x, y, r * 0.8), fill: '#F0C774' },
    { kind: 'shape', path: `M${points.join('L')}Z`, fill: '#FFFFFF' },
  ];
}

/** The way on for whoever sees it: a page that knows nothing of the donor. */
export const foot = (y: number, address: string): Item[] => [
  { kind: 'box', x: margin, y, width: 92, height: 92, radius: 10, fill: '#FFFFFF', stroke: '#EADBD3' },
  { kind: 'squares', x: margin + 10, y: y + 10, width: 72, rows: qrRows(address) },
  words(margin + 108, y + 28, 18, ink, '我能献血吗？', { bold: true }),
  words(margin + 108, y + 54, 14, quiet, '扫一扫，两分钟看看自己能不能献'),
  words(margin + 108, y + 78, 14, quiet, '浙江省无偿献血公众服务'),
];
