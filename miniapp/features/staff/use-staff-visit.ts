import { listTodaysVisits } from '@contract/visits';
import { type Query, useQuery } from '@miniapp/platform/use-query';
import { type StaffVisit } from './nurse-words';

/** One visit of today's list. */
export function useStaffVisit(visitId: string): Query<StaffVisit> {
  const list = useQuery(listTodaysVisits, {});
  if (list.kind !== 'ready') return list;
  const { reload } = list;
  const value = list.value.visits.find(({ id }) => id === visitId);
  return value
    ? { kind: 'ready', value, reload }
    : { kind: 'refused', code: 'NOT_FOUND', details: {}, requestId: null, reload };
}
