import type { Input } from '@contract/endpoint';
import type { makeGrowthPicture } from '@contract/growth';
import { Refusal } from '@server/platform/refusal';

export interface PictureWish {
  readonly kind: 'year' | 'poster';
  /** Null of a poster. */
  readonly year: number | null;
  readonly name: 'none' | 'masked';
  readonly days: boolean;
}

export function toWish({ kind, year, name, days }: Input<typeof makeGrowthPicture>): PictureWish {
  if (kind === 'poster') return { kind, year: null, name, days: false };
  if (year === undefined) throw new Refusal('YEAR_MISSING', 'conflict');
  return { kind, year, name, days };
}

/** `year-2025-masked-days`: what was picked, in one word. */
export const wordOf = ({ kind, year, name, days }: PictureWish): string =>
  [kind, ...(year === null ? [] : [year]), name, ...(days ? ['days'] : [])].join('-');

export function readWord(word: string): PictureWish {
  const [kind, year] = word.split('-');
  const name = word.includes('masked') ? 'masked' : 'none';
  if (kind === 'poster') return { kind, year: null, name, days: false };
  return { kind: 'year', year: Number(year), name, days: word.endsWith('-days') };
}
