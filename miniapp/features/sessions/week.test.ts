import { daysOf } from './week';
import { type DonationSession } from './words';

const session = (on: string, opens: string, state: DonationSession['state']): DonationSession => ({
  ...{ id: `${on} ${opens}`, siteId: 's', on, state, version: 1, reason: null, totals: [], donorsBooked: 0 },
  plan: {
    ...{ opens, closes: '12:00', reservedPercent: 0, releaseHours: 24, place: null },
    wholeBlood: { chairs: 1, staff: 1, walkIns: 0 },
    platelets: { chairs: 0, staff: 0, walkIns: 0 },
  },
  updatedAt: '2026-03-05T01:00:00.000Z',
});

describe('the week of sessions', () => {
  it('has seven days, over the end of a month', () => {
    expect(daysOf('2026-02-26', { sessions: [], closures: [] }).map(({ on }) => on)).toEqual([
      ...['2026-02-26', '2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'],
    ]);
  });

  it('puts cancelled sessions last on their day', () => {
    const sessions = [session('2026-03-05', '08:00', 'cancelled'), session('2026-03-05', '13:00', 'published')];
    const [day] = daysOf('2026-03-05', {
      sessions: [...sessions, session('2026-03-05', '09:00', 'draft')],
      closures: [],
    });
    expect(day?.sessions.map(({ plan }) => plan.opens)).toEqual(['09:00', '13:00', '08:00']);
  });
});
