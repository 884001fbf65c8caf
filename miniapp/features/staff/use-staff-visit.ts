import { getVisit } from '@contract/visits';
import { type Output } from '@contract/endpoint';
import { type Query, useQuery } from '@miniapp/platform/use-query';

export type VisitRecord = Output<typeof getVisit>;

/** One visit with everything measured and done. Each reading leaves an audit line, so it is asked for after an act and not by the clock. */
export const useStaffVisit = (visitId: string): Query<VisitRecord> => useQuery(getVisit, { visitId });
