import { type Appointment } from './appointment';
import { sayLastEnded } from './last-ended';

const site = {
  ...{ id: '019aa000-0000-7000-8000-000000000001', name: '示范献血屋', address: '示范路 1 号' },
  ...{ latitude: 30, longitude: 120, phone: '', bring: '身份证' },
};
const ended = (change: Partial<Appointment>): Appointment => ({
  ...{ id: '019aa000-0000-7000-8000-000000000002', state: 'cancelled', hold: null, type: 'whole_blood' },
  ...{ startsAt: '2026-03-04T02:30:00.000Z', endsAt: '2026-03-04T03:00:00.000Z', site, questionnaire: 'missing' },
  ...{ questionnaireOutcome: null, cancelledBy: null, group: null, canChange: false },
  ...change,
});
const today = '2026-03-05';

describe('a booking that is gone', () => {
  it.each([
    ['was missed', { state: 'no_show' }, /没有来/],
    ['the station cancelled', { cancelledBy: 'station' }, /血站取消/],
    ['the rules cancelled', { cancelledBy: 'rules' }, /原来的预约取消/],
  ] as const)('that %s is explained', (_case, change, title) => {
    const told = sayLastEnded([ended(change)], today);
    expect(told?.title).toMatch(title);
    expect(told?.text).toContain('3月4日（周三）10:30在示范献血屋');
  });

  it.each([
    ['the donor cancelled', { cancelledBy: 'donor' }],
    ['is long ago', { state: 'no_show', startsAt: '2026-01-04T02:30:00.000Z' }],
    ['became a donation', { state: 'fulfilled' }],
  ] as const)('that %s needs no words', (_case, change) => {
    expect(sayLastEnded([ended(change)], today)).toBeNull();
  });
});
