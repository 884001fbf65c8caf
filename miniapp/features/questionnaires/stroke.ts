/** The field of a signature in the contract, in its own units. */
export const field = { width: 1000, height: 400 } as const;
const mostPoints = 600;
const mostStrokes = 60;
/** Points nearer than this say nothing new about the line. */
const nearest = 4;

export type Point = [x: number, y: number];
export type Stroke = readonly Point[];

const within = (value: number, most: number): number => Math.min(Math.max(Math.round(value), 0), most);

/** A place on the pad as a point of the field. */
export const pointAt = (x: number, y: number, pad: { readonly width: number; readonly height: number }): Point => [
  within((x / Math.max(pad.width, 1)) * field.width, field.width),
  within((y / Math.max(pad.height, 1)) * field.height, field.height),
];

/** Lines with one more stroke begun; a pad that is full takes no more. */
export const begin = (strokes: readonly Stroke[], point: Point): readonly Stroke[] =>
  strokes.length >= mostStrokes ? strokes : [...strokes, [point]];

/** The last stroke drawn on to a point. */
export function extend(strokes: readonly Stroke[], point: Point): readonly Stroke[] {
  const last = strokes[strokes.length - 1];
  const from = last?.[last.length - 1];
  if (!last || !from || last.length >= mostPoints) return strokes;
  if (Math.hypot(point[0] - from[0], point[1] - from[1]) < nearest) return strokes;
  return [...strokes.slice(0, -1), [...last, point]];
}

/** `d` of an SVG path; a lone point becomes a dot. */
export const pathOf = (stroke: Stroke): string =>
  stroke.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('') + (stroke.length === 1 ? 'h1' : '');
