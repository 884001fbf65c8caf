import { REASON_WORDS, type ReasonId } from './waiver-decision';
import { fillTemplate, reviewTemplates } from './waiver-messages';
import { type ApprovalFacts, basesFor, judgeApproval, needsSecond, reasonsToSettle } from './waiver-review';

const facts: ApprovalFacts = {
  relation: 'parent',
  kinship: 'not_found',
  reasons: ['kinship_not_found'],
  findings: [{ reason: 'kinship_not_found', basis: 'kinship_document' }],
  consent: null,
  bloodFeeFen: 100_000,
  openFen: 100_000,
  isHeldTwice: false,
  entitlement: { entitled: true, quotaFen: 88_000, reasonCode: 'OK' },
  elsewhere: null,
};
const refusedBy = (reasonCode: string) => ({ entitled: false, quotaFen: 0, reasonCode });
const outside: Partial<ApprovalFacts> = {
  reasons: ['other_province'],
  findings: [{ reason: 'other_province', basis: 'place_of_donation' }],
  entitlement: refusedBy('PERSON_MUST_LOOK'),
};

describe('a reviewer may approve', () => {
  it.each<[string, Partial<ApprovalFacts>, number]>([
    ['what the quota gives', {}, 88_000],
    ['never above what nobody has waived yet', { openFen: 10_000 }, 10_000],
    ['all of it when the donor is free for life', { entitlement: { ...facts.entitlement, quotaFen: null } }, 100_000],
    ['by the rule of another province', { ...outside, elsewhere: { quotaFen: 44_000, usedFen: 0 } }, 44_000],
    [
      'what another province gives less what was waived',
      { ...outside, elsewhere: { quotaFen: 44_000, usedFen: 40_000 } },
      4_000,
    ],
  ])('%s', (_what, change, waivedFen) => {
    expect(judgeApproval({ ...facts, ...change })).toMatchObject({ may: true, waivedFen });
  });
});

describe('a reviewer may not approve', () => {
  it.each<[string, Partial<ApprovalFacts>, string]>([
    ['a doubt without a basis', { findings: [] }, 'REASON_OPEN'],
    [
      'a doubt with the basis of another',
      { findings: [{ reason: 'kinship_not_found', basis: 'bill_original' }] },
      'REASON_OPEN',
    ],
    ['against the donor’s own no', { consent: 'declined' }, 'DONOR_DECLINED'],
    ['a relation that no rule lists', { entitlement: refusedBy('RELATION_NOT_LISTED') }, 'RELATION_NOT_LISTED'],
    ['a balance that is used up', { entitlement: refusedBy('USED_UP') }, 'BALANCE_SPENT'],
    ['a donor below the standard', { entitlement: refusedBy('BELOW_GOLD_STANDARD') }, 'NOT_ENTITLED'],
    ['without a bill', { bloodFeeFen: 0 }, 'BILL_MISSING'],
    ['a bill that is waived already', { openFen: 0 }, 'BILL_USED'],
    ['a bill that was waived for another patient', { reasons: ['bill_held_by_other'] }, 'BILL_USED'],
    ['a bill on which the donor’s other claim stands', { isHeldTwice: true }, 'BILL_USED'],
    ['another province without its rule', outside, 'ELSEWHERE_NEEDED'],
    [
      'more than another province gives',
      { ...outside, elsewhere: { quotaFen: 44_000, usedFen: 44_000 } },
      'BALANCE_SPENT',
    ],
    ['an amount of their own in Zhejiang', { elsewhere: { quotaFen: 999_900, usedFen: 0 } }, 'ELSEWHERE_NOT_ASKED'],
    ['another province that nobody has looked at', { ...outside, reasons: [], findings: [] }, 'REASON_OPEN'],
  ])('%s', (_what, change, because) => {
    expect(judgeApproval({ ...facts, ...change })).toMatchObject({ may: false, because });
  });
});

describe('doubts', () => {
  it('each have a basis, but those that the rules themselves decide', () => {
    const without = (Object.keys(REASON_WORDS) as ReasonId[]).filter(reason => basesFor(reason).length === 0);
    expect(without.sort()).toEqual([
      ...['already_waived', 'bill_held_by_other', 'consent_declined', 'not_entitled', 'relation_not_listed'],
    ]);
  });

  it('of a donor who never answered include the kinship, which nobody has looked up', () => {
    const reasons = ['consent_no_answer'] as const;
    expect(reasonsToSettle(reasons, facts)).toEqual(['consent_no_answer', 'kinship_not_found']);
    expect(reasonsToSettle(reasons, { ...facts, relation: 'self' })).toEqual(['consent_no_answer']);
  });
});

describe('a second reviewer', () => {
  it.each([
    [300_000, false, false],
    [300_001, false, true],
    [1, true, true],
  ])('for %i fen, set by a person: %s → %s', (waivedFen, isElsewhere, expected) => {
    expect(needsSecond({ waivedFen, isElsewhere }, 300_000)).toBe(expected);
  });
});

describe('the words to a claimant', () => {
  const values = [{ name: 'detail', value: '户口簿是复印件' }];

  it('are filled, and end as sentences', () => {
    expect(fillTemplate({ template: 'approve-checked', version: '2026-11', values })).toBe(
      '工作人员核对了您的材料，同意减免。户口簿是复印件。',
    );
  });

  it.each([
    ['an unknown template', { template: 'nothing', version: '2026-11', values }],
    ['an old version', { template: 'approve-checked', version: '2025-01', values }],
    ['a field left out', { template: 'approve-checked', version: '2026-11', values: [] }],
    [
      'a field left empty',
      { template: 'approve-checked', version: '2026-11', values: [{ name: 'detail', value: ' ' }] },
    ],
    [
      'a field too many',
      { template: 'approve-checked', version: '2026-11', values: [...values, { name: 'x', value: 'y' }] },
    ],
  ])('are none with %s', (_what, given) => {
    expect(fillTemplate(given)).toBeUndefined();
  });

  it('fit the column of the claim, with every field as long as it may be', () => {
    for (const { id: template, version, fields } of reviewTemplates) {
      const long = fields.map(({ name }) => ({ name, value: '长'.repeat(300) }));
      expect(fillTemplate({ template, version, values: long })?.length ?? 0).toBeLessThanOrEqual(500);
    }
  });
});
