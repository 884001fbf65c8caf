import { testIdCard } from '@rules/documents';
import type { Abo, DocType, Rhd, Sex } from '@rules/vocabulary';
import { randomOf, type Random } from './generate-random';
import { referenceStations } from './reference-data';

export interface SyntheticDonor {
  /** Index into `referenceStations`. */
  readonly city: number;
  readonly docType: DocType;
  readonly docNumber: string;
  readonly name: string;
  readonly sex: Sex;
  /** Days since 1970-01-01. */
  readonly birthDay: number;
  readonly birthDate: string;
  readonly abo: Abo;
  readonly rhd: Rhd;
}

const MS_PER_DAY = 86_400_000;
export const toDay = (date: string): number => Date.parse(date) / MS_PER_DAY;
export const toDate = (day: number): string => new Date(day * MS_PER_DAY).toISOString().slice(0, 10);

/** Every name begins with 测, so that nobody takes a synthetic person for a real one. */
const syllables = [...'一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥春夏秋冬东南西北'];
const groups: readonly Abo[] = ['A', 'B', 'O', 'AB'];
const groupWeights = [310, 250, 340, 100];
const cityWeights = referenceStations.map(station => station.weight);

/** Ages at the end of the history: old enough to have donated by then, young enough to have donated within fifteen years. */
const youngest = 19;
const oldest = 62;
const daysPerYear = 365.25;
const birthDays = Math.floor((oldest - youngest) * daysPerYear);
/** Prime, so that consecutive donors fall on far days and all days are used equally. */
const stride = 7919;
const serials = 100;
/** How many donors have different documents. */
export const mostDonors = birthDays * serials * referenceStations.length;

/** Serials 900–999 of regions that end in 00 are nobody's: a hundred people a day of birth and region. */
function birthAndSerial(index: number, untilDay: number): { birthDay: number; serial: number } {
  const slot = index % (birthDays * serials);
  const offset = (slot * stride) % birthDays;
  const round = Math.floor(slot / birthDays);
  return {
    birthDay: untilDay - Math.floor(oldest * daysPerYear) + offset,
    // Turned by the day, so that small numbers of donors have men and women too.
    serial: 900 + ((round + offset * 37) % serials),
  };
}

function documentOf(random: Random, index: number, region6: string, birthDate: string, serial: number) {
  const rare = random.next();
  const eight = String(80_000_000 + index);
  const document = (docType: DocType, docNumber: string) => ({ docType, docNumber });
  if (rare < 0.005) return document('hk_macau_permit', `H${eight}`);
  if (rare < 0.008) return document('taiwan_permit', eight);
  if (rare < 0.013) return document('passport', `TEST${index}`.padEnd(9, 'X'));
  return document('id_card', testIdCard(region6, birthDate, String(serial)));
}

/** The donor with this index; no two below `mostDonors` have the same document. */
export function donorOf(seed: number, index: number, untilDay: number): SyntheticDonor {
  const random = randomOf(seed, index);
  const { birthDay, serial } = birthAndSerial(index, untilDay);
  const birthDate = toDate(birthDay);
  // When all serials of all days are used, the same day and serial is used again in the next region.
  const wave = Math.floor(index / (birthDays * serials));
  const city = (random.weighted(cityWeights) + wave) % referenceStations.length;
  const region6 = referenceStations[city]?.region6 ?? '330100';
  const syllable = (): string => syllables[random.whole(0, syllables.length - 1)] ?? '一';
  return {
    city,
    ...documentOf(random, index, region6, birthDate, serial),
    name: `测${syllable()}${random.chance(0.7) ? syllable() : ''}`,
    sex: serial % 2 === 1 ? 'male' : 'female',
    birthDay,
    birthDate,
    abo: groups[random.weighted(groupWeights)] ?? 'O',
    rhd: random.chance(0.004) ? 'negative' : 'positive',
  };
}
