import { addDays } from './calendar';
import { type Edition, editions } from './edition';
import { waivableFen, waiverEntitlement, waiverSpending } from './waiver';
import type { WaiverEdition } from './waiver-model';
import { bringUpTo, emptyLedger, givingsOf, totalOf } from './waiver-ledger';
import { furtherVectors, givenVectors } from './waiver-vectors';
import { type WaiverVector, readHistory } from './waiver-vectors-model';

const decide = ({ given, relation, usedOn, used = {}, rhd = 'positive' }: WaiverVector, edition?: WaiverEdition) => {
  const history = readHistory(given);
  const by = relation === 'self' ? ('self' as const) : ('relative' as const);
  const spent = Object.entries(used).map(([n, ml]) => ({ donationId: history[Number(n)]?.id ?? '', by, ml }));
  return waiverEntitlement({ donor: { rhd }, history, relation, usedOn, spent, edition });
};

it('has the vectors of the domain rules and at least sixty more, each with a title of its own', () => {
  expect(givenVectors).toHaveLength(12);
  expect(furtherVectors.length).toBeGreaterThanOrEqual(60);
  const titles = [...givenVectors, ...furtherVectors].map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
});

describe.each([
  ['of the domain rules', givenVectors],
  ['further', furtherVectors],
])('vectors %s', (_name, vectors) => {
  it.each(vectors.map(vector => [vector.title, vector.clause || vector.reason, vector] as const))(
    '%s: %s',
    (_title, _clause, vector) => {
      const entitlement = decide(vector);
      const waived = waivableFen(entitlement, vector.feeFen);
      expect([waived, entitlement.clause ?? '', entitlement.reasonCode]).toEqual([
        vector.waivedFen,
        vector.clause,
        vector.reason,
      ]);
      // What is waived can be taken from the donations, and no more of each than it has.
      for (const { donationId, ml } of waiverSpending(entitlement, waived))
        expect(entitlement.lines.find(line => line.donationId === donationId)?.availableMl).toBeGreaterThanOrEqual(ml);
      expect(entitlement.reason.length).toBeGreaterThan(5);
    },
  );

  it.each(
    vectors.filter(({ used, reason }) => !used && reason === 'OK').map(vector => [vector.title, vector] as const),
  )('the ledger says the same: %s', (_title, vector) => {
    const { given, usedOn, relation } = vector;
    const pool = relation === 'self' ? 'self' : 'relative';
    const history = readHistory(given).filter(past => past.on <= usedOn);
    const state = emptyLedger();
    bringUpTo(state, givingsOf(history), usedOn);
    const { quotaMl, lifelong } = decide(vector);
    const cells = relation === 'sibling' && history.some(({ type }) => type === 'stem_cells') ? 800 : 0;
    if (!lifelong) expect(totalOf(state, 'available', pool) - cells).toBe(quotaMl);
  });
});

describe('the open points', () => {
  const today = editions.waiver.find(({ id }) => id === 'zj-waiver-2014') as WaiverEdition;
  const withRules = (change: Partial<WaiverEdition['rules']>): WaiverEdition => ({
    ...today,
    rules: { ...today.rules, ...change },
  });
  const vector = (change: Partial<WaiverVector>): WaiverVector => ({
    ...{ title: '', given: ['w200 2020-03-01'], relation: 'parent', usedOn: '2025-03-01', feeFen: 0, waivedFen: 0 },
    ...{ clause: '', reason: 'OK' },
    ...change,
  });

  it.each([
    [16, 'sharedPool', true],
    [17, 'netting', 'volume_minus_used'],
    [18, 'severalDonors', 'sum_up_to_fee'],
    [19, 'unusedCarriesOver', true],
    [20, 'daysAfterUse', 0],
    [21, 'claimDeadline', 'none_warn'],
    [22, 'insurancePart', 'min_quota_and_billed'],
    [23, 'rareGroup', 'rhd_negative'],
    [24, 'before2014', 'no_distinction'],
    [25, 'fenPer10Ml', 1100],
    [25, 'redCellsMlPerUnit', 200],
  ] as const)('row %i is a rule with its default, not confirmed', (_row, name, value) => {
    expect(today.rules[name]).toMatchObject({ value, confirmed: false, force: 'programme-policy' });
  });

  it('row 26 is in the service rules: decided in 3 working days, paid in 10', () => {
    const rules = (editions.service as readonly Edition[])[0]?.rules;
    expect([rules?.waiverDecisionDays?.value, rules?.waiverPaymentDays?.value]).toEqual([3, 10]);
  });

  it('the corresponding day may be the first after the five years', () => {
    const edition = withRules({ lastDayIncluded: { ...today.rules.lastDayIncluded, value: false } });
    expect(decide(vector({}), edition).quotaMl).toBe(200);
    expect(decide(vector({ usedOn: '2025-02-28' }), edition).quotaMl).toBe(400);
  });

  it('a donation may follow the use by some days', () => {
    const edition = withRules({ daysAfterUse: { ...today.rules.daysAfterUse, value: 180 } });
    const usedOn = '2020-01-01';
    expect(decide(vector({ usedOn }), edition).quotaMl).toBe(400);
    expect(decide(vector({ usedOn: addDays('2020-03-01', -181) }), edition).reasonCode).toBe('NO_DONATION');
  });

  it('a donation before 2014 may stay under the rule of its day', () => {
    const edition = withRules({ before2014: { ...today.rules.before2014, value: 'rule_of_donation_day' } });
    const given = ['w200 2010-01-01', 'w200 2024-01-01'];
    expect(decide(vector({ given }), edition)).toMatchObject({
      quotaMl: 400,
      lines: [{ edition: 'zj-waiver-2014' }, { edition: 'zj-waiver-1998', availableMl: 0 }],
    });
  });

  it('names for a donation elsewhere what is known of that place', () => {
    const answer = decide(vector({ given: ['w400 2024-12-01 @CN-SD'] }));
    expect(answer).toMatchObject({ entitled: false, edition: 'sd-waiver' });
    expect(answer.source).toContain('青岛');
  });
});
