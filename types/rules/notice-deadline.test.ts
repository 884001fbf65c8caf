import { noticeDeadline } from './notice-deadline';

describe('the time in which a donor can have a unit kept back', () => {
  it.each([
    ['whole_blood', '2026-04-09T16:00:00.000Z'],
    ['platelets', '2026-03-10T16:00:00.000Z'],
    ['stem_cells', '2026-03-07T16:00:00.000Z'],
  ] as const)('of %s given on 5 March ends at %s, midnight in China', (type, until) => {
    expect(noticeDeadline(type, '2026-03-05')).toBe(until);
  });
});
