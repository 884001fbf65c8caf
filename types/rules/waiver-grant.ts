import { type CalendarDate, addDays, addPeriod } from './calendar';
import { editions } from './edition';
import { editionOfDonation, findWaiverEdition } from './waiver-edition';
import type { WaiverClause, WaiverDonation, WaiverEdition, WaiverPool } from './waiver-model';

/** What one donation gives one pool on one day, before anything was used. */
export type WaiverGrant = {
  volumeMl: number;
  factor: number;
  ceilingMl: number;
  /** Last day of the multiplied volume; absent once it has passed, and for what has no end. */
  until?: CalendarDate;
  clause: WaiverClause;
  edition: string;
};

/** 用血减免献血量: an apheresis platelet donation is 800 ml whatever its units; stem cells give no volume of this kind. */
export function volumeOf(donation: WaiverDonation, { rules }: WaiverEdition): number {
  if (donation.type === 'platelets') return rules.plateletDonationMl.value;
  return donation.type === 'whole_blood' ? (donation.volumeMl ?? 0) : 0;
}

const CLAUSE = {
  self: { whole_blood: 'W-2', platelets: 'W-6' },
  relative: { whole_blood: 'W-3', platelets: 'W-6' },
} as const;

const ends = new Map<string, CalendarDate>();
const endsKept = 20_000;

/** Days of donation are few and asked for again and again. */
function windowEnd(donatedOn: CalendarDate, { rules }: WaiverEdition): CalendarDate {
  const { windowYears, lastDayIncluded } = rules;
  const key = `${donatedOn} ${windowYears.value} ${lastDayIncluded.value}`;
  const known = ends.get(key);
  if (known !== undefined) return known;
  const end = addPeriod(donatedOn, windowYears);
  const last = lastDayIncluded.value ? end : addDays(end, -1);
  if (ends.size >= endsKept) ends.clear();
  ends.set(key, last);
  return last;
}

/** Within five years a multiple of the volume, afterwards the volume itself; stem cells: one volume for life. */
export function grantOn(
  donation: WaiverDonation,
  pool: WaiverPool,
  usedOn: CalendarDate,
  ofUse: WaiverEdition,
): WaiverGrant {
  const edition = editionOfDonation(donation, ofUse) ?? ofUse;
  const { rules } = edition;
  if (donation.type === 'stem_cells') {
    const ml = pool === 'relative' ? rules.stemCellRelativesMl.value : 0;
    return { volumeMl: ml, factor: 1, ceilingMl: ml, clause: 'W-5', edition: edition.id };
  }
  const volumeMl = volumeOf(donation, edition);
  const until = windowEnd(donation.on, edition);
  const within = usedOn <= until;
  const [early, late] =
    pool === 'self' ? [rules.ownFactor, rules.lateFactor] : [rules.relativeFactor, rules.relativeLateFactor];
  const factor = within ? early.value : late.value;
  return {
    volumeMl,
    factor,
    ceilingMl: factor * volumeMl,
    ...(within ? { until } : {}),
    clause: CLAUSE[pool][donation.type],
    edition: edition.id,
  };
}

/** Stem cells count once, however often they were given: the text speaks of the donor, not of each donation. Oldest first. */
export function grantingDonations<D extends WaiverDonation>(history: readonly D[]): D[] {
  const inOrder = [...history].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1));
  const first = inOrder.find(({ type }) => type === 'stem_cells');
  return inOrder.filter(past => (past.type !== 'stem_cells' || past === first) && isOfZhejiang(past));
}

export const isOfZhejiang = ({ place }: Pick<WaiverDonation, 'place'>): boolean =>
  place === undefined || place === 'CN-ZJ';

export type GrantStep = WaiverGrant & { on: CalendarDate };

type Timeline = readonly GrantStep[];
/** By day of donation, then by what was donated: the days of a generation are few, and asked for again and again. */
const timelines = new Map<CalendarDate, Map<number, Timeline>>();
const TYPES = ['whole_blood', 'platelets', 'stem_cells'] as const;

function timelineOf(donation: WaiverDonation, pool: WaiverPool): GrantStep[] {
  const all = editions.waiver.filter(({ enabled }) => enabled);
  const days = new Set([donation.on]);
  for (const edition of all) {
    if (edition.effectiveFrom > donation.on) days.add(edition.effectiveFrom);
    days.add(addDays(windowEnd(donation.on, edition), 1));
  }
  const steps: GrantStep[] = [];
  for (const on of [...days].sort()) {
    const edition = findWaiverEdition(on, donation.city);
    if (!edition) continue;
    const grant = grantOn(donation, pool, on, edition);
    const last = steps.at(-1);
    if (grant.ceilingMl !== (last?.ceilingMl ?? 0)) steps.push({ on, ...grant });
  }
  return steps;
}

/** Every day on which what the donation gives the pool changes, first to last: donated, five years over, another edition. */
export function grantSteps(donation: WaiverDonation, pool: WaiverPool): readonly GrantStep[] {
  const { type, on, volumeMl = 0, city } = donation;
  // A city's rules are for few donations; they are worked out each time.
  if (city !== undefined) return timelineOf(donation, pool);
  const what = (volumeMl * TYPES.length + TYPES.indexOf(type)) * 2 + (pool === 'self' ? 0 : 1);
  const ofDay = timelines.get(on) ?? new Map<number, Timeline>();
  const known = ofDay.get(what);
  if (known) return known;
  const steps = timelineOf(donation, pool);
  timelines.set(on, ofDay.set(what, steps));
  return steps;
}
