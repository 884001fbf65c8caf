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
};

/** 浙江省无偿献血奉献奖: a volume of its own, in whole millilitres; neither award counts nor the waiver volume. */
export function provincialStanding(
  history: readonly PastDonation[],
  donor: { rhd: Rhd | undefined },
  on: CalendarDate,
): ProvincialStanding {
  const { id, rules } = getEdition('provincial', on);
  const rare = rules.rareIsRhdNegative.value && donor.rhd === 'negative';
  const neededMl = rare ? rules.rareMl.value : rules.totalMl.value;
  let ml = 0;
  let reached: ProvincialStanding['reached'];
  for (const past of inOrder(history).filter(({ on: day }) => day <= on)) {
    if (past.type === 'whole_blood') ml += past.volumeMl ?? 0;
    if (past.type === 'platelets') ml += ((past.unitsTenths ?? 0) * rules.mlPerUnit.value) / 10;
    if (ml >= neededMl && !reached) {
      const cycle = cycleOf(past.on, rules.cycleYears.value, rules.cycleEndedIn.value);
      reached = { on: past.on, by: past.id, cycle };
    }
  }
  return { edition: id, ml, neededMl, ...(reached ? { reached } : {}) };
}
