/** In units of the 1000 × 400 field: a tap or a tick is shorter, two written characters are longer. */
export const shortestSignature = 200;

type Point = readonly [number, number];

export const signatureLength = (strokes: readonly (readonly Point[])[]): number =>
  strokes.reduce(
    (total, stroke) =>
      total +
      stroke.reduce((length, [x, y], at) => {
        const [fromX, fromY] = stroke[at - 1] ?? [x, y];
        return length + Math.hypot(x - fromX, y - fromY);
      }, 0),
    0,
  );
