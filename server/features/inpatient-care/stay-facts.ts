import type { StayState } from '@contract/hospital-stays';
import type { StayEvent } from './stay-event.entity';

type Told = Pick<StayEvent, 'kind' | 'sequence' | 'occurredAt' | 'eventNumber' | 'personId' | 'agrees' | 'leftOut'>;

export interface StayFacts {
  state: StayState;
  /** The patient by the newest facts; null: nobody whom a notice concerns. */
  personId: string | null;
  agrees: boolean;
  wasLeftOut: boolean;
  /** Of the admission; null while it has not been told. */
  admittedAt: string | null;
}

/** The hospital's order, whatever the order of arrival: sequence, then time, then number, so that no two events are equal. */
export function inOrder<E extends Pick<Told, 'sequence' | 'occurredAt' | 'eventNumber'>>(events: readonly E[]): E[] {
  const key = ({ sequence, occurredAt, eventNumber }: E) =>
    `${String(sequence).padStart(10, '0')} ${occurredAt} ${eventNumber}`;
  return [...events].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

const stateAfter: Partial<Record<Told['kind'], StayState>> = {
  admitted: 'admitted',
  transferred: 'admitted',
  discharged: 'discharged',
  cancelled: 'cancelled',
};

/**
 * What the events say together. A correction changes the facts and not the state: it may correct a stay that is over.
 * A transfer before any admission leaves the stay unknown until the admission arrives.
 */
export function foldStay(events: readonly Told[]): StayFacts {
  const told = inOrder(events);
  const admission = told.find(event => event.kind === 'admitted');
  const facts = told.filter(event => event.kind === 'admitted' || event.kind === 'corrected').at(-1);
  const last = told.filter(event => stateAfter[event.kind] !== undefined).at(-1);
  const state = (last && stateAfter[last.kind]) ?? 'unknown';
  return {
    state: state === 'admitted' && !admission ? 'unknown' : state,
    personId: facts?.personId ?? null,
    agrees: facts?.agrees ?? false,
    wasLeftOut: told.some(event => event.leftOut),
    admittedAt: admission?.occurredAt ?? null,
  };
}
