import { eligibilityIn, nextFreeIn } from './refusal-details';

const slotId = '019aa000-0000-7000-8000-000000000001';
const reason = {
  ruleId: 'INT-WW',
  text: '未满 6 个月。',
  source: '献血法',
  confirmed: true,
  until: '2026-12-05',
  change: '到期自动解除。',
};

describe('what a refused booking explains', () => {
  it('reads reasons and the earliest day of NOT_ELIGIBLE', () => {
    expect(eligibilityIn({ verdict: 'not_before', reasons: [reason], earliest: '2026-12-05' })).toEqual({
      reasons: [reason],
      earliest: '2026-12-05',
    });
  });

  it('reads the next free times of SLOT_FULL', () => {
    const next = { slotId, startsAt: '2026-11-28T01:30:00.000Z' };
    expect(nextFreeIn({ nextFree: [next] })).toEqual([next]);
  });

  it('finds nothing in details of another kind', () => {
    expect(eligibilityIn({ appointmentId: slotId })).toEqual({ reasons: [], earliest: null });
    expect(nextFreeIn({ nextFree: [{ slotId: 'x' }] })).toEqual([]);
  });
});
