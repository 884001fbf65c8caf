import type { Output } from '@contract/endpoint';
import type { getGrowth } from '@contract/growth';
import { awardCount, currentAwardEdition, goldStanding, growthLevel, nextAward } from '@rules/award';
import { earnedAwards, type EarnedAward } from '@rules/award-cycles';
import { badgesOf, type Badge } from '@rules/badges';
import { sayExact, wholePart } from '@rules/exact-number';
import { stemCellAwardOn } from '@rules/other-awards';
import type { PastDonation } from '@rules/past-donation';
import type { VolunteerHours } from '@rules/volunteer-hours';
import { findReliability } from '@server/features/appointments';
import { findDonationHistory } from '@server/features/donations';
import { findHonorDays } from '@server/features/honors';
import { findVolunteerStanding } from '@server/features/volunteers';
import { personOf } from '@server/platform/actor';
import type { Tx } from '@server/platform/tx';
import { findCities } from './find-cities';
import { growthYears } from './growth-years';

const starWords = ['', '一', '二', '三', '四', '五'];

type Growth = Output<typeof getGrowth>;

const awardTitles = {
  bronze: '全国无偿献血奉献奖铜奖',
  silver: '全国无偿献血奉献奖银奖',
  gold: '全国无偿献血奉献奖金奖',
  lifetime: '全国无偿献血奉献奖终身荣誉奖',
} as const;

/** Everything that happened, the latest first; the first donation closes it. */
function timelineOf(parts: {
  history: readonly PastDonation[];
  awards: readonly EarnedAward[];
  badges: readonly Badge[];
  honorDays: readonly string[];
  stars: readonly { stars: number; on: string }[];
}): Growth['timeline'] {
  const first = parts.history.at(0);
  const stemCells = stemCellAwardOn(parts.history);
  const moments: Growth['timeline'] = [
    ...(first ? [{ on: first.on, kind: 'first_donation' as const, title: '第一次献血' }] : []),
    ...parts.awards.map(({ award, reachedOn }) => ({
      on: reachedOn,
      kind: 'award' as const,
      title: `达到${awardTitles[award]}`,
    })),
    ...parts.badges.flatMap(({ id, title, earnedOn }) =>
      earnedOn !== undefined && id !== 'milestone-1' ? [{ on: earnedOn, kind: 'badge' as const, title }] : [],
    ),
    ...(stemCells === undefined ? [] : [{ on: stemCells, kind: 'stem_cells' as const, title: '捐献造血干细胞' }]),
    ...parts.honorDays.map(on => ({ on, kind: 'honor_certificate' as const, title: '领到荣誉证' })),
    ...parts.stars.map(({ stars, on }) => ({
      ...{ on, kind: 'volunteer_star' as const, title: `志愿服务达到${starWords[stars] ?? stars}星` },
    })),
  ];
  // Stable: what happened on one day stays in the order above, turned round.
  return moments.reverse().sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}

function shownVolunteer(hours: VolunteerHours): Growth['volunteer'] {
  if (hours.minutes === 0) return null;
  const { wholeHours, stars, lifetimeHonor, hoursToNextStar } = hours;
  return { wholeHours, stars, lifetimeHonor, hoursToNextStar: hoursToNextStar ?? null };
}

/** 成长体系 of the person in session, derived anew each time: a corrected record corrects it. */
export async function findGrowth(tx: Tx): Promise<Growth> {
  const personId = personOf(tx.actor);
  const history = await findDonationHistory(tx, personId);
  const cities = await findCities(tx, personId);
  const edition = currentAwardEdition();
  const count = awardCount(history, edition);
  const level = growthLevel(count.exact, edition);
  const next = nextAward(count, edition);
  const at = { parts: count.exact.parts + next.missing.parts, per: count.exact.per };
  const withCities = history.map(past => ({ ...past, city: cities.get(past.id) }));
  const badges = badgesOf({ history: withCities, ...(await findReliability(tx, personId)) }, tx.today);
  const volunteer = await findVolunteerStanding(tx, personId);
  return {
    level: level.level,
    count: count.text,
    nextLevelAt: level.nextAt ?? null,
    next: {
      title: awardTitles[next.level],
      again: goldStanding(count, edition).golds > 0,
      missing: next.missingText,
      atCount: sayExact(at),
      part: at.parts === 0 ? 0 : wholePart({ parts: count.exact.parts * 100, per: at.parts }),
    },
    badges: badges.map(badge => ({ ...badge, earnedOn: badge.earnedOn ?? null })),
    timeline: timelineOf({
      history,
      awards: earnedAwards(count, tx.today, edition),
      badges,
      honorDays: await findHonorDays(tx, personId),
      stars: volunteer.reached,
    }),
    volunteer: shownVolunteer(volunteer),
    years: growthYears(history),
  };
}
