/** A stream of numbers that the seed and the names decide: the same donor again, in any order, in any process. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number in [from, to]. */
  whole(from: number, to: number): number;
  chance(share: number): boolean;
  /** The index whose weight the draw falls on. */
  weighted(weights: readonly number[]): number;
}

/** Final mixer of MurmurHash3: near seeds give unlike streams. */
function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** mulberry32: small, fast, good enough for synthetic people; never for secrets. */
export function randomOf(seed: number, stream: number): Random {
  let state = mix(mix(seed + 0x9e3779b9) ^ stream);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: share => next() < share,
    weighted(weights) {
      let left = next() * weights.reduce((total, weight) => total + weight, 0);
      for (let index = 0; index < weights.length; index++) {
        left -= weights[index] ?? 0;
        if (left < 0) return index;
      }
      return weights.length - 1;
    },
  };
}
