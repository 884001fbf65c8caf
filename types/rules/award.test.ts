import fc from 'fast-check';
import { addDays } from './calendar';
import { awardCount, awardLevel, goldStanding, growthLevel, nextAward } from './award';
import { editions } from './edition';
import type { AwardEdition } from './award';
import type { PastDonation } from './past-donation';

let serial = 0;
const whole = (volumeMl: number, on = '2022-01-01'): PastDonation => ({
  id: `d${serial++}`,
  type: 'whole_blood',
  on,
  volumeMl,
});
const platelets = (unitsTenths: number, on = '2022-01-01'): PastDonation => ({
  id: `d${serial++}`,
  type: 'platelets',
  on,
  unitsTenths,
});
const times = (count: number, make: () => PastDonation): PastDonation[] => Array.from({ length: count }, make);
const edition = editions.award[0] as AwardEdition;
const changed = (rule: 'fractionsKept' | 'surplusCarriesOver', value: boolean): AwardEdition => ({
  ...edition,
  rules: { ...edition.rules, [rule]: { ...edition.rules[rule], value } },
});

describe('the award count', () => {
  it.each<[string, PastDonation[], string, string]>([
    ['10 × 400 ml', times(10, () => whole(400)), '20', 'bronze'],
    ['19 × 200 ml and 300 ml', [...times(19, () => whole(200)), whole(300)], '20.5', 'bronze'],
    ['13 × 300 ml', times(13, () => whole(300)), '19.5', 'none'],
    ['20 × 2 units', times(20, () => platelets(20)), '40', 'gold'],
    ['5 × 1 unit in 2009', times(5, () => platelets(10, '2009-12-31')), '20', 'bronze'],
    ['5 × 1 unit from 2010', times(5, () => platelets(10, '2010-01-01')), '5', 'none'],
    ['1.5 units', [platelets(15)], '1.5', 'none'],
    ['an odd volume', [whole(250)], '1.25', 'none'],
    ['15 × 400 ml', times(15, () => whole(400)), '30', 'silver'],
    ['stem cells', [{ id: 's', type: 'stem_cells', on: '2022-01-01' }], '0', 'none'],
    [
      'a record without amount',
      [
        { id: 'x', type: 'whole_blood', on: '2022-01-01' },
        { id: 'y', type: 'platelets', on: '2022-01-01' },
      ],
      '0',
      'none',
    ],
    ['nothing', [], '0', 'none'],
  ])('of %s is right', (_title, history, text, level) => {
    const count = awardCount(history);
    expect([count.text, awardLevel(count.exact)]).toEqual([text, level]);
  });

  it('explains each donation, the first first', () => {
    const {
      lines,
      tenths,
      edition: id,
    } = awardCount([platelets(15, '2023-01-01'), whole(300, '2022-01-01'), platelets(10, '2009-01-01')]);
    expect(lines.map(({ on, text, ruleId, explanation }) => [on, text, ruleId, explanation])).toEqual([
      ['2009-01-01', '4', 'AW-U-OLD', '血小板 1 个治疗单位，每单位计 4 次'],
      ['2022-01-01', '1.5', 'AW-ML', '全血 300 毫升，每 200 毫升计 1 次'],
      ['2023-01-01', '1.5', 'AW-U', '血小板 1.5 个治疗单位，每单位计 1 次'],
    ]);
    expect([tenths, id]).toEqual([70, 'cn-award-2022']);
  });

  it('drops fractions donation by donation when the edition says so', () => {
    expect(awardCount([whole(300), whole(300)], changed('fractionsKept', false)).text).toBe('2');
    expect(awardCount([whole(300), whole(300)]).text).toBe('3');
  });

  it('is exact for any history and independent of its order', () => {
    const donation = fc.record({
      id: fc.uuid(),
      type: fc.constant('whole_blood' as const),
      on: fc.constant('2022-01-01'),
      volumeMl: fc.constantFrom(200, 300, 400),
    });
    fc.assert(
      fc.property(fc.array(donation, { maxLength: 200 }), history => {
        const ml = history.reduce((sum, past) => sum + past.volumeMl, 0);
        expect(awardCount(history).exact).toEqual({ parts: ml * 10, per: 2000 });
        expect(awardCount([...history].reverse()).lines).toEqual(awardCount(history).lines);
      }),
    );
  });
});

describe('after a gold award', () => {
  const inOrder = (history: PastDonation[]): PastDonation[] =>
    history.map((past, index) => ({ ...past, on: addDays('2015-01-01', index * 200) }));

  it('reckons again from the 40th count', () => {
    const history = inOrder([...times(40, () => whole(200)), ...times(7, () => whole(200))]);
    expect(goldStanding(awardCount(history))).toEqual({
      golds: 1,
      since: { parts: 14_000, per: 2000 },
      lifetimeHonour: false,
    });
    expect(nextAward(awardCount(history))).toEqual({
      level: 'gold',
      missing: { parts: 66_000, per: 2000 },
      missingText: '33',
      lifetimeHonour: false,
    });
  });

  it('carries over what the 40th count leaves of a donation, unless the edition says otherwise', () => {
    const history = inOrder([...times(39, () => whole(200)), whole(400)]);
    expect(goldStanding(awardCount(history)).since).toEqual({ parts: 2000, per: 2000 });
    const strict = changed('surplusCarriesOver', false);
    expect(goldStanding(awardCount(history, strict), strict)).toEqual({
      golds: 1,
      since: { parts: 0, per: 2000 },
      lifetimeHonour: false,
    });
  });

  it('gives the lifetime honour with the third gold, and announces it with the third only', () => {
    expect(goldStanding(awardCount(inOrder(times(60, () => whole(400)))))).toMatchObject({
      golds: 3,
      lifetimeHonour: true,
    });
    expect(nextAward(awardCount(inOrder(times(45, () => whole(400)))))).toMatchObject({
      level: 'gold',
      missingText: '30',
      lifetimeHonour: true,
    });
    expect(nextAward(awardCount(inOrder(times(61, () => whole(400)))))).toMatchObject({
      missingText: '38',
      lifetimeHonour: false,
    });
  });
});

describe('what comes next', () => {
  it.each<[number, string, string]>([
    [0, 'bronze', '20'],
    [3900, 'bronze', '0.5'],
    [4000, 'silver', '10'],
    [5900, 'silver', '0.5'],
    [6000, 'gold', '10'],
    [7900, 'gold', '0.5'],
  ])('after %i ml is %s in %s', (ml, level, missingText) => {
    expect(nextAward(awardCount([whole(ml)]))).toMatchObject({ level, missingText });
  });

  it.each([
    [0, { level: 0, reachedAt: 0, nextAt: 1 }],
    [0.5, { level: 0, reachedAt: 0, nextAt: 1 }],
    [1, { level: 1, reachedAt: 1, nextAt: 5 }],
    [19.5, { level: 3, reachedAt: 10, nextAt: 20 }],
    [20, { level: 4, reachedAt: 20, nextAt: 30 }],
    [119, { level: 7, reachedAt: 80, nextAt: 120 }],
    [120, { level: 8, reachedAt: 120 }],
  ])('puts %d counts on the growth level %j', (count, expected) => {
    expect(growthLevel({ parts: count * 2000, per: 2000 })).toEqual(expected);
  });
});
