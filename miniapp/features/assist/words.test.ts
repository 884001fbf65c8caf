import { sayActs, sayGrants } from './words';

describe('what a helper did', () => {
  it('is said once for each kind, with how often and a refused try as one, apart from what was only looked at', () => {
    const done = (action: string) => ({ action, outcome: 'done' });
    expect(
      sayActs([
        done('appointment.list'),
        done('appointment.book'),
        done('appointment.list'),
        { action: 'donation.list', outcome: 'NOT_FOR_HELPERS' },
        done('brand-new.read'),
      ]),
    ).toEqual({ done: ['预约'], looked: ['查看预约，2 次', '查看献血记录（没有办成）', '查看其他信息'] });
  });
});

describe('what a relative may do', () => {
  it('is bookings, and what was granted', () => {
    expect(sayGrants([])).toBe('预约、改期、取消');
    expect(sayGrants(['waivers'])).toBe('预约、改期、取消；查看用血减免额度和申请');
  });
});
