import { svgAddress } from '../svg';
import { colours } from '../tokens';

const short = (value: number): string => String(Math.round(value * 10) / 10);

function line(points: number, at: (turn: number) => readonly [number, number], closed: boolean): string {
  const path = Array.from({ length: points + 1 }, (_, i) =>
    at(i / points)
      .map(short)
      .join(' '),
  ).join('L');
  return `M${path}${closed ? 'z' : ''}`;
}

const strokes = (paths: readonly string[], colour: string, width: number, opacity: number): string =>
  `<path fill='none' stroke='${colour}' stroke-width='${width}' stroke-opacity='${opacity}' d='${paths.join('')}'/>`;

/** A tile of crossing waves: the ground of the paper. Seamless, because each wave ends where it began. */
function waves(width: number, height: number, count: number, swing: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const middle = ((i + 0.5) * height) / count;
    return line(24, turn => [turn * width, middle + swing * Math.sin(2 * Math.PI * (turn + i / count))], false);
  });
}

/** Closed curves that turn a little from one to the next, as an engraving lathe draws them. */
function rosette(centre: number, radius: number, petals: number, curves: number): string[] {
  return Array.from({ length: curves }, (_, i) =>
    line(
      petals * 18,
      turn => {
        const angle = 2 * Math.PI * turn;
        const reach = radius * (0.74 + 0.26 * Math.cos(petals * angle + (2 * Math.PI * i) / curves));
        return [centre + reach * Math.cos(angle), centre + reach * Math.sin(angle)];
      },
      true,
    ),
  );
}

const tile = [
  strokes(waves(96, 48, 4, 7), colours.gold, 0.5, 0.22),
  strokes(waves(96, 48, 4, -7), colours.red, 0.5, 0.12),
].join('');

export const groundAddress = svgAddress(96, 48, tile);
export const rosetteAddress = svgAddress(
  200,
  200,
  strokes(rosette(100, 98, 9, 4), colours.gold, 0.5, 0.3) + strokes(rosette(100, 58, 7, 3), colours.red, 0.5, 0.2),
);
export const bandAddress = svgAddress(
  24,
  12,
  strokes([...waves(24, 12, 1, 4), ...waves(24, 12, 1, -4)], colours.gold, 0.8, 0.75) +
    strokes([...waves(24, 12, 2, 2.5)], colours.red, 0.5, 0.4),
);

const drop = 'M60 30c13 16 22 27 22 39a22 22 0 0 1-44 0c0-12 9-23 22-39z';
const ring = Array.from({ length: 36 }, (_, i) => {
  const angle = (2 * Math.PI * i) / 36;
  return `<circle cx='${short(60 + 47 * Math.cos(angle))}' cy='${short(60 + 47 * Math.sin(angle))}' r='1.3'/>`;
}).join('');

export const sealAddress = svgAddress(
  120,
  120,
  `<g fill='none' stroke='${colours.red}'><circle cx='60' cy='60' r='57' stroke-width='2.4'/>` +
    `<circle cx='60' cy='60' r='52' stroke-width='.8'/><circle cx='60' cy='60' r='41' stroke-width='.8'/>` +
    `<path stroke-width='2.6' d='${drop}'/><path stroke-width='2.6' stroke-linecap='round' d='M48 71a12 12 0 0 0 10 12'/></g>` +
    `<g fill='${colours.red}'>${ring}</g>`,
);
