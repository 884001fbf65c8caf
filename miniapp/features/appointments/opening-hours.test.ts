import { sayOpeningHours } from './opening-hours';

const on = (weekdays: number[], opens: string, closes: string) => weekdays.map(weekday => ({ weekday, opens, closes }));

describe('opening hours in words', () => {
  it.each([
    ['every day', on([1, 2, 3, 4, 5, 6, 7], '08:00', '16:30'), [{ days: '每天', hours: '08:00–16:30' }]],
    ['a run of days', on([2, 3, 4, 5, 6, 7], '09:30', '17:30'), [{ days: '周二至周日', hours: '09:30–17:30' }]],
    ['two days side by side', on([6, 7], '10:00', '16:00'), [{ days: '周六、周日', hours: '10:00–16:00' }]],
    ['days apart', on([5, 1, 3], '10:00', '16:00'), [{ days: '周一、周三、周五', hours: '10:00–16:00' }]],
    ['no days', [], []],
  ])('says %s', (_case, hours, lines) => {
    expect(sayOpeningHours(hours)).toEqual(lines);
  });

  it('keeps different hours apart', () => {
    expect(sayOpeningHours([...on([1, 2, 3], '08:00', '17:00'), ...on([6], '09:00', '12:00')])).toEqual([
      { days: '周一至周三', hours: '08:00–17:00' },
      { days: '周六', hours: '09:00–12:00' },
    ]);
  });
});
