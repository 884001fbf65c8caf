import { permutations } from '@server/testing/builders/hospital-stays';
import { foldStay } from './stay-facts';
import type { StayEventKind } from './stay-event.entity';

const told = (kind: StayEventKind, sequence: number, given: { personId?: string; leftOut?: boolean } = {}) => ({
  kind,
  sequence,
  occurredAt: `2026-03-05T0${sequence}:00:00.000Z`,
  eventNumber: `E-${sequence}`,
  personId: given.personId ?? null,
  agrees: kind === 'admitted' || kind === 'corrected' ? true : null,
  leftOut: given.leftOut ?? false,
});
const [admitted, corrected] = [told('admitted', 1, { personId: 'a' }), told('corrected', 3, { personId: 'b' })];

describe('a stay in whatever order its events arrive', () => {
  it.each([
    ['an admission', [admitted], { state: 'admitted', personId: 'a' }],
    ['a discharge alone', [told('discharged', 4)], { state: 'discharged', personId: null }],
    ['a transfer alone', [told('transferred', 2)], { state: 'unknown', personId: null }],
    ['a correction alone', [corrected], { state: 'unknown', personId: 'b' }],
    ['a transfer and a discharge', [admitted, told('transferred', 2), told('discharged', 4)], { state: 'discharged' }],
    ['a correction', [admitted, corrected], { state: 'admitted', personId: 'b' }],
    [
      'a correction after the discharge',
      [admitted, told('discharged', 2), corrected],
      { state: 'discharged', personId: 'b' },
    ],
    ['a cancellation', [admitted, corrected, told('cancelled', 5)], { state: 'cancelled' }],
    [
      'a discharge that was an error',
      [admitted, told('discharged', 4), told('admitted', 6, { personId: 'a' })],
      { state: 'admitted', personId: 'a' },
    ],
    [
      'a ward that is left out, and another after it',
      [admitted, told('transferred', 2, { leftOut: true }), told('transferred', 4)],
      { state: 'admitted', wasLeftOut: true },
    ],
  ])('with %s', (_case, events, facts) => {
    const seen = permutations(events).map(foldStay);
    for (const one of seen) expect(one).toEqual(seen[0]);
    expect(seen[0]).toMatchObject(facts);
  });

  it('two events with one sequence are ordered by their time, then by their number', () => {
    const early = { ...told('discharged', 2), occurredAt: '2026-03-05T01:00:00.000Z' };
    const late = { ...told('admitted', 2), occurredAt: '2026-03-05T02:00:00.000Z', eventNumber: 'A' };
    expect([foldStay([early, late]).state, foldStay([late, early]).state]).toEqual(['admitted', 'admitted']);
    const same = { ...late, occurredAt: early.occurredAt };
    expect([foldStay([early, same]).state, foldStay([same, early]).state]).toEqual(['discharged', 'discharged']);
  });
});
