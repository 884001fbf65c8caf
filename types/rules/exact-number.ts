/** A count as a fraction of whole numbers, so that nothing is ever rounded on the way to a threshold. */
export type ExactNumber = { parts: number; per: number };

const quotient = (parts: number, per: number): number => (parts - (parts % per)) / per;

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));

/** '20', '20.5', '1.25'; '6又1/3' where no decimal of three places is exact. */
export function sayExact({ parts, per }: ExactNumber): string {
  const whole = quotient(parts, per);
  const rest = parts % per;
  if (rest === 0) return String(whole);
  for (const places of [1, 2, 3]) {
    const scaled = rest * 10 ** places;
    if (scaled % per === 0) return `${whole}.${String(scaled / per).padStart(places, '0')}`;
  }
  const divisor = commonDivisor(rest, per);
  return `${whole}又${rest / divisor}/${per / divisor}`;
}

/** Whole tenths, rounded down: for places that have no room for more. */
export const inTenths = ({ parts, per }: ExactNumber): number => quotient(parts * 10, per);

export const reaches = ({ parts, per }: ExactNumber, threshold: number): boolean => parts >= threshold * per;

export const wholePart = ({ parts, per }: ExactNumber): number => quotient(parts, per);
