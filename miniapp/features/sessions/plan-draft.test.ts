import { hourChoices, readDraft, sayServed, toDraft, type PlanDraft } from './plan-draft';

const plan = {
  ...{ opens: '09:30', closes: '17:30', reservedPercent: 20, releaseHours: 24 },
  wholeBlood: { chairs: 4, staff: 2, walkIns: 1 },
  platelets: { chairs: 0, staff: 0, walkIns: 0 },
  place: { address: '测试广场北门', latitude: 30.3081, longitude: 120.0862 },
};

describe('the form of a session', () => {
  it('gives back the plan that it was filled with', () => {
    expect(readDraft(toDraft(plan))).toEqual({ plan, problems: {} });
    expect(readDraft(toDraft({ ...plan, place: null })).plan.place).toBeNull();
  });

  it.each<[what: string, given: Partial<PlanDraft>, field: string]>([
    ['an end before the beginning', { closes: '09:30' }, 'plan.closes'],
    ['chairs that are no number', { wholeBlood: { chairs: '四', staff: '2', walkIns: '0' } }, 'plan.wholeBlood.chairs'],
    ['too many staff', { platelets: { chairs: '1', staff: '61', walkIns: '0' } }, 'plan.platelets.staff'],
    ['more than all places', { reservedPercent: '101' }, 'plan.reservedPercent'],
    ['no release', { releaseHours: '' }, 'plan.releaseHours'],
    ['a place without a position', { latitude: '' }, 'plan.place.latitude'],
    ['a position without a place', { address: ' ' }, 'plan.place.address'],
  ])('names the field of %s', (_what, given, field) => {
    expect(Object.keys(readDraft({ ...toDraft(plan), ...given }).problems)).toEqual([field]);
  });

  it('says what chairs and staff come to', () => {
    expect(sayServed('whole_blood', { chairs: '4', staff: '2', walkIns: '1' }, '2026-03-05')).toBe(
      '每半小时可约 3 人，现场 1 人。',
    );
    expect(sayServed('whole_blood', { chairs: '4', staff: '1', walkIns: '0' }, '2026-03-05')).toBe(
      '每半小时可约 2 人，现场 0 人，受人员限制，空 2 个采血位。',
    );
    expect(sayServed('platelets', { chairs: '', staff: '1', walkIns: '0' }, '2026-03-05')).toBe('');
  });

  it('offers half hours and the present time', () => {
    const values = hourChoices('09:15').map(({ value }) => value);
    expect(values.slice(0, 2)).toEqual(['06:00', '06:30']);
    expect(values).toContain('09:15');
    expect(values.at(-1)).toBe('22:00');
  });
});
