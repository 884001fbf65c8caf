import { listAppointments } from '@contract/appointments';
import { type Output } from '@contract/endpoint';
import { getMyVisit } from '@contract/visits';
import { useQuery } from '@miniapp/platform/use-query';

export type Visit = NonNullable<Output<typeof getMyVisit>['visit']>;
export type Appointment = Output<typeof listAppointments>['items'][number];

/** The one thing that comes next: a place in the queue before a booking. */
export type Today =
  | { readonly kind: 'visit'; readonly visit: Visit }
  | { readonly kind: 'appointment'; readonly appointment: Appointment }
  | null;

const under = new Set<Visit['state']>(['waiting', 'called', 'donating']);

/** What cannot be read is left out: the certificate below must not wait for it. */
export function useToday(): Today {
  const visits = useQuery(getMyVisit, {});
  const appointments = useQuery(listAppointments, {});
  const visit = visits.kind === 'ready' ? visits.value.visit : null;
  if (visit && under.has(visit.state)) return { kind: 'visit', visit };
  const items = appointments.kind === 'ready' ? appointments.value.items : [];
  const appointment = items.find(({ state }) => state === 'booked');
  return appointment ? { kind: 'appointment', appointment } : null;
}
