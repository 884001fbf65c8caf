import { listSessions } from '@contract/sessions';
import { addDays } from '@rules/calendar';
import { today } from '@miniapp/platform/chinese-date';
import { useQuery } from '@miniapp/platform/use-query';
import { type DonationSession } from './words';

export type KnownPlace = NonNullable<DonationSession['plan']['place']>;

/** Places of the vehicle's sessions around today, each once: typing a position again is how it gets wrong. */
export function useKnownPlaces(siteId: string, skip: boolean): readonly KnownPlace[] {
  const list = useQuery(listSessions, { siteId, from: addDays(today(), -10), days: '31' }, { skip });
  if (list.kind !== 'ready') return [];
  const places = list.value.sessions.flatMap(({ plan }) => (plan.place ? [plan.place] : []));
  return [...new Map(places.map(place => [place.address, place])).values()];
}
