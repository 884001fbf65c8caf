/**
 * Pictures of a code as a scanner would see them: turned, tilted, blurred, dim, noisy, with a glare or a spot. Simulated: they
 * compare sizes of codes and promise nothing about a lens.
 */

/** Brightness, 0 to 1, at a place of the drawn code with its quiet zone; both coordinates from 0 to 1. */
export type Drawing = (x: number, y: number) => number;

export interface Sight {
  /** Side of the code with its quiet zone on the frame. */
  readonly pixels: number;
  /** Degrees, each way. */
  readonly turn?: number;
  readonly tilt?: number;
  readonly blur?: readonly [number, number];
  readonly contrast?: readonly [number, number];
  readonly noise?: number;
  readonly glare?: boolean;
  /** Radius of what covers a part, in sides of the code with its quiet zone. */
  readonly spot?: number;
}

const around = 0.55;
/** Of a cheap camera. A reader that looks at a smaller copy of a large frame as well sees less noise in it, so the size matters. */
const camera = { width: 640, height: 480 };
/** The part of the frame around the code. */
const patchOf = (pixels: number): number => Math.min(camera.height, Math.ceil(pixels * 1.35));

/** A fixed sequence, so that a rate is the same each time (mulberry32). */
export function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function seen(drawing: Drawing, sight: Sight, random: () => number): ImageData {
  const { width, height } = camera;
  const side = patchOf(sight.pixels);
  const between = ([low, high]: readonly [number, number]) => low + random() * (high - low);
  const soft = blurred(project(drawing, sight, random), side, sight.blur ? between(sight.blur) : 0);
  const contrast = sight.contrast ? between(sight.contrast) : 1;
  const [left, top] = [(width - side) >> 1, (height - side) >> 1];
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at += 4) {
      const [px, py] = [x - left, y - top];
      const inside = px >= 0 && px < side && py >= 0 && py < side;
      const light = inside ? (soft[py * side + px] ?? around) : around;
      // Sum of four: near enough to a normal distribution.
      const noise = sight.noise ? (random() + random() + random() + random() - 2) * sight.noise * Math.sqrt(3) : 0;
      data[at] = data[at + 1] = data[at + 2] = 127 + (light - 0.5) * 255 * contrast + noise;
    }
  return { data, width, height, colorSpace: 'srgb' };
}

function project(drawing: Drawing, { pixels, ...sight }: Sight, random: () => number): Float32Array {
  const spread = (degrees = 0) => ((random() * 2 - 1) * degrees * Math.PI) / 180;
  const [turn, tilt] = [spread(sight.turn), spread(sight.tilt)];
  const [cos, sin, away] = [Math.cos(turn), Math.sin(turn), Math.cos(tilt)];
  const width = patchOf(pixels);
  const glare = { x: random() * width, y: random() * width };
  const spot = { x: 0.25 + random() * 0.5, y: 0.25 + random() * 0.5, reach: sight.spot ?? 0 };
  const frame = new Float32Array(width * width);
  for (let y = 0; y < width; y++)
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [x - width / 2, y - width / 2];
      // A little perspective: what is tilted away grows smaller towards one side.
      const depth = 1 + (dx * Math.sin(tilt)) / 1200;
      const u = ((dx * cos + dy * sin) / (pixels * away)) * depth + 0.5;
      const v = ((dy * cos - dx * sin) / pixels) * depth + 0.5;
      const inside = u >= 0 && u < 1 && v >= 0 && v < 1;
      const covered = Math.hypot(u - spot.x, v - spot.y) < spot.reach;
      const shine = sight.glare ? (60 / 255) * Math.exp(-((x - glare.x) ** 2 + (y - glare.y) ** 2) / 5000) : 0;
      frame[y * width + x] = (inside && !covered ? drawing(u, v) : around) + shine;
    }
  return frame;
}

/** Gaussian, in two passes. */
function blurred(frame: Float32Array, width: number, sigma: number): Float32Array {
  if (sigma === 0) return frame;
  const reach = Math.ceil(sigma * 2.5);
  const weights = Float32Array.from({ length: 2 * reach + 1 }, (_, n) =>
    Math.exp(-((n - reach) ** 2) / (2 * sigma * sigma)),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const pass = (source: Float32Array, step: number) => {
    const result = new Float32Array(source.length);
    for (let at = 0; at < source.length; at++) {
      let sum = 0;
      for (let n = -reach; n <= reach; n++) sum += (source[at + n * step] ?? around) * (weights[n + reach] ?? 0);
      result[at] = sum / total;
    }
    return result;
  };
  return pass(pass(frame, 1), width);
}
