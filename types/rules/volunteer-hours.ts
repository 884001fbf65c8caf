import { completedYears } from './calendar';
import type { CalendarDate } from './calendar';
import { getEdition } from './edition';
import { volunteerStanding } from './other-awards';

export type VolunteerEvent = { on: CalendarDate; minutes: number };

export type VolunteerHours = {
  edition: string;
  minutes: number;
  wholeHours: number;
  /** From the first event on. */
  completedYears: number;
  stars: number;
  hoursToNextStar?: number;
  lifetimeHonor: boolean;
  starHours: readonly number[];
  /** The day whose event brought each star, under the edition in force now. */
  reached: { stars: number; on: CalendarDate }[];
};

/** 志愿服务时长: all minutes are added before anything is rounded; an event that was taken back has none. */
export function volunteerHours(events: readonly VolunteerEvent[], on: CalendarDate): VolunteerHours {
  const inOrder = events
    .filter(event => event.minutes > 0 && event.on <= on)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const starHours = getEdition('volunteer', on).rules.starHours.value;
  const reached: VolunteerHours['reached'] = [];
  let minutes = 0;
  for (const event of inOrder) {
    minutes += event.minutes;
    while (reached.length < starHours.length && minutes >= (starHours[reached.length] ?? 0) * 60)
      reached.push({ stars: reached.length + 1, on: event.on });
  }
  const wholeHours = Math.floor(minutes / 60);
  const first = inOrder.at(0);
  const years = first ? completedYears(first.on, on) : 0;
  const standing = volunteerStanding({ hours: wholeHours, years }, on);
  return {
    edition: standing.edition,
    minutes,
    wholeHours,
    completedYears: years,
    stars: standing.stars,
    ...(standing.hoursToNextStar === undefined ? {} : { hoursToNextStar: standing.hoursToNextStar }),
    lifetimeHonor: standing.lifetimeHonour,
    starHours,
    reached,
  };
}
