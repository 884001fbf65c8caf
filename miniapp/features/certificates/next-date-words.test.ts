import { addDays } from '@rules/calendar';
import { today } from '@miniapp/platform/chinese-date';
import { isBookable, type NextDate, nextDateWords } from './next-date-words';

const reason = (text: string, until: string | null) => ({
  ruleId: text,
  text,
  source: 'GB',
  confirmed: true,
  until,
  change: '',
});
const next = (part: Partial<NextDate>): NextDate => ({
  type: 'whole_blood',
  date: null,
  possibleNow: false,
  reasons: [],
  ...part,
});

describe('the next date in words', () => {
  it('says that it is possible now', () =>
    expect(nextDateWords(next({ date: today(), possibleNow: true }))).toMatchObject({ tone: 'done', why: '' }));

  it('gives the day and the reason that lasts longest', () =>
    expect(
      nextDateWords(next({ date: '2031-01-20', reasons: [reason('短', '2031-01-05'), reason('长', '2031-01-20')] })),
    ).toEqual({ tone: 'wait', tag: '还要等等', when: '2031年1月20日起可以', why: '长' }));

  it('promises no day when a doctor decides', () =>
    expect(nextDateWords(next({ reasons: [reason('由医生决定', null)] }))).toMatchObject({
      tone: 'look',
      when: '暂时不能预约',
      why: '由医生决定',
    }));

  it.each([
    ['today', 0, true],
    ['in thirty days', 30, true],
    ['in thirty-one days', 31, false],
  ])('a day %s can be booked: %p', (_title, days, bookable) =>
    expect(isBookable(next({ date: addDays(today(), days) }))).toBe(bookable),
  );

  it('without a day there is nothing to book', () => expect(isBookable(next({}))).toBe(false));
});
