import { endByRule, findRules, isTooShort, ruleOf } from './defer-form';

const on = '2026-03-05';

describe('the reason of a deferral', () => {
  it('is found by words of its name or by its number, in any order', () => {
    const [first] = findRules('拔牙', on).rules;
    expect(first?.title).toContain('拔牙');
    expect(findRules(`${first?.id ?? ''} 牙`, on).rules.map(({ id }) => id)).toContain(first?.id);
    expect(findRules('没有这种原因', on).rules).toEqual([]);
  });

  it('is offered from what is met most often, and says when more fit than are shown', () => {
    const { rules, more } = findRules('', on);
    expect([rules.length, more]).toEqual([8, false]);
    expect(findRules('病', on)).toMatchObject({ more: true });
  });

  it('brings the end date of its rule, counted from the day of the cause', () => {
    expect(endByRule('T-11', on, on)).toBe('2026-03-12');
    expect(endByRule('T-11', '2026-03-01', on)).toBe('2026-03-08');
    expect(endByRule('HB-F', on, on)).toBe('2026-03-06');
    expect(ruleOf('HB-F', on)).toMatchObject({ kind: 'measurement', permanent: false });
  });

  it('is told to be too short only while its wait lasts', () => {
    expect(isTooShort('T-11', on, '2026-03-11', on)).toBe(true);
    expect(isTooShort('T-11', on, '2026-03-12', on)).toBe(false);
    expect(isTooShort('T-11', '2026-01-01', '2026-03-05', on)).toBe(false);
  });
});
