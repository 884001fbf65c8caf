import { type LiveCode } from './live-code';
import { stopWatch } from './stop-watch';

/** Codes made in advance, one for each minute. */
export interface Batch {
  readonly session: string;
  readonly turn: number;
  readonly codes: readonly { readonly text: string; readonly issuedAt: string; readonly expiresAt: string }[];
}

/** With less than this left the next batch is fetched while there is a network. */
const refreshAtMs = 60 * 60_000;

const endOf = ({ codes }: Batch): number => Date.parse(codes.at(-1)?.expiresAt ?? '') || 0;

/** At first a few: most who open the page have left it before the next code, and every code in advance is a row that is kept for days. */
const starterMinutes = 10;
/** Two hours: longer, and a copied phone or a donor who lost the privilege would go on as long. */
const horizonMinutes = 120;

/** Codes to fetch while there is a network; 0 while there are enough. */
export function minutesToFetch(batch: Batch | null, turn: number, now: number): number {
  const leftMs = batch?.turn === turn ? endOf(batch) - now : 0;
  return leftMs <= 0 ? starterMinutes : leftMs < refreshAtMs ? horizonMinutes : 0;
}

/** The code of this minute; null before the first and after the last. `now` is the server's. */
export function codeOfBatch(batch: Batch, now: number): LiveCode | null {
  const code = batch.codes.find(
    ({ issuedAt, expiresAt }) => Date.parse(issuedAt) <= now && now < Date.parse(expiresAt),
  );
  if (!code) return null;
  const age = stopWatch();
  const endsAt = Date.parse(code.expiresAt) - now;
  return {
    segments: [{ mode: 'alphanumeric', data: code.text }],
    ...{ redrawAt: endsAt, endsAt, age, serverNow: () => now + age() },
    keptUntil: endOf(batch),
  };
}
