import { listSlots } from '@contract/sites';
import { type Output } from '@contract/endpoint';
import { useEffect, useState } from 'react';
import { useQuery } from '@miniapp/platform/use-query';
import { type BookableType } from './appointment';
import { useNextDates } from './use-next-date';

type Day = Output<typeof listSlots>['days'][number];

/** Free days and times of a site, from the first day on which this person may donate. */
export function useTimes(siteId: string, type: BookableType) {
  const next = useNextDates().nextDates.find(date => date.type === type);
  const from = next?.possibleNow ? null : (next?.date ?? null);
  const [chosen, chooseDay] = useState<string>();
  const slots = useQuery(listSlots, { siteId, type, ...(chosen && { on: chosen }) });
  const [listed, setListed] = useState<readonly Day[]>();
  const answered = slots.kind === 'ready' ? slots.value : undefined;
  useEffect(() => {
    if (answered) setListed(answered.days);
  }, [answered]);

  const days = listed?.filter(({ on }) => from === null || on >= from);
  const first = days?.[0]?.on;
  const on = chosen ?? answered?.on;
  useEffect(() => {
    // The server shows its first day, which may be too early for this person.
    if (first && on && on < first) chooseDay(first);
  }, [first, on]);

  return { slots, days, on, chooseDay, from, next };
}
