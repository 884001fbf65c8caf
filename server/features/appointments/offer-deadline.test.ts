import { offerDeadline } from './offer-deadline';

/** China time on 5 March 2026, or on the day given. */
const at = (time: string, day = '05') => new Date(`2026-03-${day}T${time}:00.000+08:00`).toISOString();

describe('an offered place waits for an answer', () => {
  it.each([
    ['two hours by day', at('09:00'), at('09:00', '08'), at('11:00')],
    ['the rest of two hours on the next morning', at('20:00'), at('09:00', '08'), at('09:00', '06')],
    ['until ten in the morning when it is night', at('23:30'), at('09:00', '08'), at('10:00', '06')],
    ['until ten in the morning when it is not yet day', at('05:00'), at('09:00', '08'), at('10:00')],
    ['half of the time left when the time is near', at('09:00'), at('11:30'), at('10:00')],
    ['ten minutes at the least', at('09:00'), at('09:50'), at('09:10')],
    ['not at all when that is shorter', at('09:00'), at('09:49'), undefined],
    ['not at all once bookings have ended', at('09:00'), at('09:10'), undefined],
  ])('%s', (_what, now, startsAt, until) => {
    expect(offerDeadline(now, startsAt)).toBe(until);
  });
});
