import type { InputDraft } from '@contract/endpoint';
import type { reportStay, WardClass } from '@contract/hospital-stays';
import type { TestPerson } from './people';

export type StayEventDraft = InputDraft<typeof reportStay>;

/** Events of one stay, numbered by what they are; each call says the same again unless something is changed. */
export function aStay(patient: TestPerson, given: { stayNumber?: string; at?: string; ward?: WardClass } = {}) {
  const { stayNumber = 'ZY-0001', at = '2026-03-05T00:30:00.000Z', ward = 'general' } = given;
  const event = (name: string, sequence: number) => ({
    eventNumber: `${stayNumber}-${name}`,
    stayNumber,
    sequence,
    occurredAt: at,
  });
  const facts = (who: TestPerson) => ({
    patient: { name: who.name, document: { ...who.document } },
    ward,
    patientAgrees: true,
  });
  return {
    admitted: (): StayEventDraft => ({ kind: 'admitted', ...event('in', 1), ...facts(patient) }),
    transferred: (to: WardClass = 'surgery'): StayEventDraft => ({
      kind: 'transferred',
      ...event('move', 2),
      ward: to,
    }),
    corrected: (to: TestPerson = patient): StayEventDraft => ({
      kind: 'corrected',
      ...event('right', 3),
      ...facts(to),
    }),
    discharged: (): StayEventDraft => ({ kind: 'discharged', ...event('out', 4) }),
    died: (): StayEventDraft => ({ kind: 'died', ...event('out', 4) }),
    cancelled: (): StayEventDraft => ({ kind: 'cancelled', ...event('never', 5) }),
    /** The discharge was an error: admitted again under the same number. */
    readmitted: (): StayEventDraft => ({ kind: 'admitted', ...event('in-again', 6), ...facts(patient) }),
  };
}

/** Every order of the items. */
export function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, at) =>
    permutations(items.filter((_, other) => other !== at)).map(rest => [item, ...rest]),
  );
}
