import { deferralEnd, findDeferralRule } from './deferral';
import { editions } from './edition';

const on = '2026-11-22';

describe('a figure that was missed', () => {
  it.each([
    ['HB-M', '男性血红蛋白低于 120 g/L'],
    ['BP-SYS', '收缩压不在 90–140 mmHg 之间'],
    ['PULSE', '脉搏不在 60–100 次/分 之间'],
    ['PLT-PRE-MAX', '采前血小板计数达到或超过 450 ×10⁹/L'],
  ])('of %s is said as it was', (ruleId, said) => {
    expect(findDeferralRule(ruleId, on)?.name).toBe(said);
  });
});

describe('the waits', () => {
  it.each([
    ['T-04', '2025-08-31', '2026-02-28'],
    ['T-06', '2026-11-20', '2026-11-24'],
    ['T-28', '2024-02-29', '2027-02-28'],
    ['C-03', '2026-11-20', '2026-11-23'],
    ['T-22', '2026-11-20', undefined],
  ])('%s from %s ends on %s', (ruleId, anchor, until) => {
    const rule = findDeferralRule(ruleId, on);
    expect(rule && deferralEnd(rule, anchor)).toBe(until);
  });

  it('has every row of the list once', () => {
    const rules = editions.deferral[0]?.rules ?? {};
    expect(Object.keys(rules)).toHaveLength(53);
    expect(Object.entries(rules).every(([key, { id }]) => key === id)).toBe(true);
  });
});
