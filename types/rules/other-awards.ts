import type { CalendarDate } from './calendar';
import { cycleOf } from './award-cycles';
import type { AwardCycle } from './award-cycles';
import { currentAwardEdition } from './award';
import { getEdition } from './edition';
import type { PastDonation } from './past-donation';
import type { Rhd } from './vocabulary';

const inOrder = (history: readonly PastDonation[]): PastDonation[] =>
  [...history].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1));

/** 无偿捐献造血干细胞奖: the day of the donation that reaches it. */
export function stemCellAwardOn(history: readonly PastDonation[]): CalendarDate | undefined {
  const donations = inOrder(history).filter(past => past.type === 'stem_cells');
  return donations[currentAwardEdition().rules.stemCellAward.value - 1]?.on;
}

export type VolunteerStanding = { edition: string; stars: number; lifetimeHonour: boolean; hoursToNextStar?: number };

/** 无偿献血志愿服务奖, by whole hours and completed years of service, under the edition of the day. */
export function volunteerStanding(service: { hours: number; years: number }, on: CalendarDate): VolunteerStanding {
  const { id, rules } = getEdition('volunteer', on);
  const stars = rules.starHours.value.filter(hours => service.hours >= hours).length;
  const next = rules.starHours.value[stars];
  const long = service.years > rules.lifetimeYears.value && service.hours > rules.lifetimeHours.value;
  return {
    edition: id,
    stars,
    lifetimeHonour: long || service.hours > rules.lifetimeHoursAlone.value,
    ...(next === undefined ? {} : { hoursToNextStar: next - service.hours }),
  };
}

export type ProvincialStanding = {
  edition: string;
  ml: number;
  neededMl: number;
  /** Day on which the volume was reached, and the cycle at whose end it is reckoned. */
  reached?: { on: CalendarDate; by: string; cycle: AwardCycle };
  /** What each donation adds, the first first. */
  lines: { donationId: string; on: CalendarDate; ml: number; explanation: string }[];
};

function provincialLine(past: PastDonation, mlPerUnit: number): ProvincialStanding['lines'][number] {
  const line = (ml: number, explanation: string) => ({ donationId: past.id, on: past.on, ml, explanation });
  if (past.type === 'whole_blood') return line(past.volumeMl ?? 0, '全血按采集的毫升数计');
  if (past.type === 'stem_cells') return line(0, '捐献造血干细胞另有奖项，不计入');
  const tenths = past.unitsTenths ?? 0;
  return line((tenths * mlPerUnit) / 10, `血小板 ${tenths / 10} 个治疗单位，每单位折合 ${mlPerUnit} 毫升`);
}

/** 浙江省无偿献血奉献奖: a volume of its own, in whole millilitres; neither award counts nor the waiver volume. */
export function provincialStanding(
  history: readonly PastDonation[],
  donor: { rhd: Rhd | undefined },
  on: CalendarDate,
): ProvincialStanding {
  const { id, rules } = getEdition('provincial', on);
  const rare = rules.rareIsRhdNegative.value && donor.rhd === 'negative';
  const neededMl = rare ? rules.rareMl.value : rules.totalMl.value;
  const lines = inOrder(history)
    .filter(({ on: day }) => day <= on)
    .map(past => provincialLine(past, rules.mlPerUnit.value));
  let ml = 0;
  let reached: ProvincialStanding['reached'];
  for (const line of lines) {
    ml += line.ml;
    if (ml < neededMl || reached) continue;
    const cycle = cycleOf(line.on, rules.cycleYears.value, rules.cycleEndedIn.value);
    reached = { on: line.on, by: line.donationId, cycle };
  }
  return { edition: id, ml, neededMl, lines, ...(reached ? { reached } : {}) };
}
