import fc from 'fast-check';
import { awardCount, awardLevel } from './award';
import { addDays } from './calendar';
import { editions } from './edition';
import type { PastDonation } from './past-donation';
import { waivableFen, waiverEntitlement, waiverSpending, waiverVolumeMl } from './waiver';
import type { WaiverEdition, WaiverRelation, WaiverRequest } from './waiver';
import { reachesGoldStandard } from './waiver-gold';

const whole = (volumeMl: number, on: string, id = `w-${on}`): PastDonation => ({
  id,
  type: 'whole_blood',
  on,
  volumeMl,
});
const platelets = (unitsTenths: number, on: string, id = `p-${on}`): PastDonation => ({
  id,
  type: 'platelets',
  on,
  unitsTenths,
});
const stemCells = (on: string, id = `s-${on}`): PastDonation => ({ id, type: 'stem_cells', on });
const claim = (relation: WaiverRelation, usedOn: string, history: PastDonation[], more: Partial<WaiverRequest> = {}) =>
  waiverEntitlement({ donor: { rhd: 'positive' }, history, relation, usedOn, ...more });
/** Twenty donations of 400 ml, of which the last lies within five years of 2025-06-01. */
const goldDonor = Array.from({ length: 20 }, (_, index) =>
  whole(400, index === 19 ? '2024-01-01' : addDays('2005-01-01', index * 200), `g${String(index).padStart(2, '0')}`),
);

describe('the fee waiver in Zhejiang', () => {
  it.each<[string, ReturnType<typeof claim>, number, number]>([
    [
      'own use within five years: five times',
      claim('self', '2025-01-01', [whole(200, '2023-03-01')]),
      150_000,
      110_000,
    ],
    [
      'own use after five years: the same volume',
      claim('self', '2028-03-02', [whole(200, '2023-03-01')]),
      150_000,
      22_000,
    ],
    ['400 ml: free for life', claim('self', '2055-01-01', [whole(400, '2023-03-01')]), 999_900, 999_900],
    [
      '200 + 200 ml: free for life',
      claim('self', '2055-01-01', [whole(200, '2015-01-01'), whole(200, '2016-01-01')]),
      999_900,
      999_900,
    ],
    ['a parent within five years: twice', claim('parent', '2025-05-01', [whole(400, '2024-05-01')]), 100_000, 88_000],
    [
      'a parent after five years: the same volume',
      claim('parent', '2025-05-01', [whole(400, '2018-05-01')]),
      100_000,
      44_000,
    ],
    [
      'one platelet donation of two units is 800 ml',
      claim('spouse', '2025-05-01', [platelets(20, '2024-05-01')]),
      200_000,
      176_000,
    ],
    ['stem cells: 800 ml for life', claim('child', '2054-05-01', [stemCells('2024-05-01')]), 200_000, 88_000],
    [
      '39 counts do not open the wider family',
      claim('sibling', '2025-06-01', [...goldDonor.slice(0, 19), whole(200, '2024-01-01')]),
      100_000,
      0,
    ],
    ['gold donor, one donation within five years', claim('sibling', '2025-06-01', goldDonor), 9_999_900, 924_000],
    [
      'rare group: free for life',
      claim('self', '2035-01-01', [whole(200, '2025-01-01')], { donor: { rhd: 'negative' } }),
      500_000,
      500_000,
    ],
    ['a grandchild of a gold donor', claim('grandchild', '2025-06-01', goldDonor), 100_000, 0],
  ])('%s', (_title, entitlement, feeFen, expected) => {
    expect(waivableFen(entitlement, feeFen)).toBe(expected);
  });

  it.each<[string, ReturnType<typeof claim>, string, string | undefined]>([
    ['W-1', claim('self', '2025-01-01', [whole(400, '2024-01-01')]), 'OK', 'W-1'],
    ['W-2', claim('self', '2025-01-01', [whole(300, '2024-01-01')]), 'OK', 'W-2'],
    ['W-3', claim('spouse', '2025-01-01', [whole(200, '2024-01-01')]), 'OK', 'W-3'],
    ['W-4 grandparent', claim('grandparent', '2025-06-01', goldDonor), 'OK', 'W-4'],
    ['W-4 parent of the spouse', claim('spouse_parent', '2025-06-01', goldDonor), 'OK', 'W-4'],
    ['W-5 own use', claim('self', '2025-01-01', [stemCells('2000-01-01')]), 'OK', 'W-5'],
    ['W-5 relative', claim('parent', '2025-01-01', [stemCells('2000-01-01')]), 'OK', 'W-5'],
    ['W-6 own use', claim('self', '2055-01-01', [platelets(10, '2024-01-01')]), 'OK', 'W-6'],
    ['W-6 relative', claim('child', '2025-01-01', [platelets(10, '2024-01-01')]), 'OK', 'W-6'],
    ['W-7', claim('self', '2055-01-01', [whole(200, '2024-01-01')], { donor: { rhd: 'negative' } }), 'OK', 'W-7'],
    [
      'W-7 gives relatives no more than W-3',
      claim('parent', '2025-01-01', [whole(200, '2024-01-01')], { donor: { rhd: 'negative' } }),
      'OK',
      'W-3',
    ],
    ['unknown RhD is not rare', claim('self', '2025-01-01', [whole(200, '2024-01-01')], { donor: {} }), 'OK', 'W-2'],
    ['no donation', claim('self', '2025-01-01', []), 'NO_DONATION', undefined],
    [
      'rare group without a donation',
      claim('self', '2025-01-01', [], { donor: { rhd: 'negative' } }),
      'NO_DONATION',
      undefined,
    ],
    ['donated after the use', claim('self', '2025-01-01', [whole(400, '2025-01-02')]), 'NO_DONATION', undefined],
    ['donated on the day of use', claim('self', '2025-01-02', [whole(400, '2025-01-02')]), 'OK', 'W-1'],
    [
      'wider family below gold',
      claim('sibling', '2025-01-01', [whole(400, '2024-01-01')]),
      'BELOW_GOLD_STANDARD',
      undefined,
    ],
    ['gold reached only after the use', claim('sibling', '2023-12-31', goldDonor), 'BELOW_GOLD_STANDARD', undefined],
    ['relation outside the list', claim('other', '2025-01-01', goldDonor), 'RELATION_NOT_LISTED', undefined],
    ['use before the law', claim('self', '1998-09-30', [whole(400, '1998-01-01')]), 'NO_EDITION', undefined],
  ])('names clause and reason: %s', (_title, { clause, reasonCode, reason }, code, expected) => {
    expect([reasonCode, clause]).toEqual([code, expected]);
    expect(reason.length).toBeGreaterThan(5);
  });

  it('counts the fifth anniversary itself as within five years', () => {
    const history = [whole(200, '2020-02-29', 'a')];
    expect(claim('parent', '2025-02-28', history)).toMatchObject({
      quotaMl: 400,
      lines: [{ factor: 2, until: '2025-02-28' }],
    });
    const after = claim('parent', '2025-03-01', history);
    expect(after.quotaMl).toBe(200);
    expect(after.lines[0]).not.toHaveProperty('until');
  });

  it('counts a platelet donation as 800 ml whatever its units, stem cells and unknown volumes as none', () => {
    expect(
      [
        platelets(10, '2024-01-01'),
        platelets(15, '2024-01-01'),
        platelets(20, '2009-01-01'),
        stemCells('2024-01-01'),
        whole(300, '2024-01-01'),
      ].map(past => waiverVolumeMl(past)),
    ).toEqual([800, 800, 800, 0, 300]);
    expect(waiverVolumeMl({ id: 'x', type: 'whole_blood', on: '2024-01-01' })).toBe(0);
  });

  it('adds the 800 ml of stem cells once to the volumes, for the near family only', () => {
    const history = [whole(200, '2024-01-01'), stemCells('2010-01-01', 'a'), stemCells('2012-01-01', 'b')];
    expect(claim('parent', '2025-01-01', history).quotaMl).toBe(400 + 800);
    expect(claim('sibling', '2025-06-01', [...goldDonor, stemCells('2010-01-01')]).quotaMl).toBe(8400);
  });
});

describe('spending the waiver', () => {
  const history = [
    whole(400, '2018-01-01', 'old'),
    whole(400, '2021-06-01', 'ends first'),
    whole(400, '2024-01-01', 'ends later'),
    stemCells('2005-01-01', 'cells'),
  ];

  it('takes first what ends first, last what never ends', () => {
    const { lines } = claim('parent', '2025-01-01', history);
    expect(lines.map(({ donationId, availableMl, factor }) => [donationId, availableMl, factor])).toEqual([
      ['ends first', 800, 2],
      ['ends later', 800, 2],
      ['cells', 800, 1],
      ['old', 400, 1],
    ]);
  });

  it('turns money into millilitres, a started one taken whole', () => {
    const entitlement = claim('parent', '2025-01-01', history);
    expect(waiverSpending(entitlement, 88_000)).toEqual([{ donationId: 'ends first', ml: 800 }]);
    expect(waiverSpending(entitlement, 88_001)).toEqual([
      { donationId: 'ends first', ml: 800 },
      { donationId: 'ends later', ml: 1 },
    ]);
    expect(waiverSpending(entitlement, 0)).toEqual([]);
    expect(() => waiverSpending(entitlement, (entitlement.quotaFen ?? 0) + 1)).toThrow(RangeError);
    expect(waiverSpending(claim('self', '2025-01-01', history), 500_000)).toEqual([]);
  });

  it('shares one pool among the relatives and keeps the donor’s own apart', () => {
    const own = [whole(200, '2024-01-01', 'a')];
    const spent = [
      { donationId: 'a', by: 'relative' as const, ml: 300 },
      { donationId: 'a', by: 'self' as const, ml: 50 },
    ];
    expect(claim('parent', '2025-01-01', own, { spent }).quotaMl).toBe(100);
    expect(claim('child', '2025-01-01', own, { spent }).quotaMl).toBe(100);
    expect(claim('self', '2025-01-01', own, { spent }).quotaMl).toBe(950);
  });

  it.each([
    [0, 400],
    [300, 100],
    [400, 0],
    [700, 0],
  ])('leaves after five years the volume less what was used before: %i ml used, %i left', (ml, left) => {
    const entitlement = claim('parent', '2030-01-01', [whole(400, '2024-01-01', 'a')], {
      spent: [{ donationId: 'a', by: 'relative', ml }],
    });
    expect(entitlement.quotaMl).toBe(left);
    expect([entitlement.entitled, entitlement.reasonCode]).toEqual(left > 0 ? [true, 'OK'] : [false, 'USED_UP']);
    expect(entitlement.lines[0]?.usedMl).toBe(ml);
  });

  it('reckons money without fractions also at another price', () => {
    const edition = editions.waiver[1] as WaiverEdition;
    const priced = {
      ...edition,
      rules: { ...edition.rules, fenPer10Ml: { ...edition.rules.fenPer10Ml, value: 1105 } },
    };
    const entitlement = claim('parent', '2035-01-01', [whole(201, '2024-01-01')], { edition: priced });
    expect(entitlement.quotaFen).toBe(22_210);
    expect(waiverSpending(entitlement, 22_210)).toEqual([{ donationId: 'w-2024-01-01', ml: 201 }]);
  });
});

describe('properties of the waiver', () => {
  const donation = fc.oneof(
    fc.record({
      id: fc.uuid(),
      type: fc.constant('whole_blood' as const),
      on: fc.integer({ min: 0, max: 6000 }).map(days => addDays('2008-01-01', days)),
      volumeMl: fc.constantFrom(200, 300, 400),
    }),
    fc.record({
      id: fc.uuid(),
      type: fc.constant('platelets' as const),
      on: fc.integer({ min: 0, max: 6000 }).map(days => addDays('2008-01-01', days)),
      unitsTenths: fc.constantFrom(10, 15, 20),
    }),
  );
  const histories = fc.uniqueArray(donation, { maxLength: 60, selector: ({ id }) => id });
  const rules = (editions.waiver[1] as WaiverEdition).rules;

  it.each([
    ['2009-12-31', 10, true],
    ['2010-01-01', 10, false],
    ['2010-01-01', 40, true],
    ['2010-01-01', 39, false],
  ])(
    'takes a platelet unit of %s for 800 or 200 ml of the gold standard: %i of them reach it: %p',
    (on, units, expected) => {
      const history = Array.from({ length: units }, (_, index) => platelets(10, on, `p${index}`));
      expect(reachesGoldStandard(history, rules)).toBe(expected);
    },
  );

  it('agrees with the award on who has reached gold, though it shares no code with it', () => {
    fc.assert(
      fc.property(histories, history => {
        expect(reachesGoldStandard(history, rules)).toBe(awardLevel(awardCount(history).exact) === 'gold');
      }),
    );
  });

  it('never lets claims in parts take more than the quota', () => {
    fc.assert(
      fc.property(histories, fc.array(fc.integer({ min: 1, max: 300_000 }), { maxLength: 20 }), (history, fees) => {
        const usedOn = '2025-01-01';
        const quotaFen = claim('parent', usedOn, history).quotaFen ?? 0;
        const spent: { donationId: string; by: 'relative'; ml: number }[] = [];
        let waived = 0;
        for (const fee of fees) {
          const entitlement = claim('parent', usedOn, history, { spent });
          const fen = waivableFen(entitlement, fee);
          waived += fen;
          spent.push(...waiverSpending(entitlement, fen).map(part => ({ ...part, by: 'relative' as const })));
          expect(spent.every(({ ml }) => Number.isInteger(ml) && ml > 0)).toBe(true);
        }
        expect(waived).toBeLessThanOrEqual(quotaFen);
      }),
    );
  });

  it('never gives less for one more donation', () => {
    fc.assert(
      fc.property(histories, donation, (history, more) => {
        const before = claim('parent', '2025-01-01', history).quotaMl ?? 0;
        expect(claim('parent', '2025-01-01', [...history, more]).quotaMl ?? 0).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});
