import { firstChoice } from './first-choice';

const dates = (whole: string | null, platelets: string | null) =>
  (
    [
      ['whole_blood', whole],
      ['platelets', platelets],
    ] as const
  ).map(([type, date]) => ({ type, date, possibleNow: date === '2026-03-05', reasons: [] }));

describe('the booking page proposes', () => {
  it.each([
    ['platelets to who gave them last', 'platelets', '2026-03-05', '2026-03-05', 'platelets'],
    ['what is possible first while the usual has to wait', 'whole_blood', '2026-06-05', '2026-03-05', 'platelets'],
    ['the usual when the other waits longer', 'platelets', '2026-09-05', '2026-03-19', 'platelets'],
    ['the usual when neither has a day', 'platelets', null, null, 'platelets'],
    ['whole blood to who never gave', null, '2026-03-05', '2026-03-05', 'whole_blood'],
    ['whole blood to who never gave, although it waits', null, '2027-03-05', '2026-03-05', 'whole_blood'],
  ] as const)('%s', (_case, last, whole, platelets, proposed) => {
    expect(firstChoice(last, dates(whole, platelets))).toBe(proposed);
  });
});
