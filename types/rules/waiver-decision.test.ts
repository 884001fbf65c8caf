import fc from 'fast-check';
import { waiverCases } from './waiver-cases';
import {
  type BillFacts,
  REASON_WORDS,
  type WaiverFacts,
  asksForLetter,
  decideWaiver,
  isLetterSufficient,
} from './waiver-decision';

const bill: BillFacts = {
  status: 'normal',
  feeFen: 60_000,
  waivedFen: 0,
  waivedOnTwinFen: 0,
  isUnclear: false,
  addsUp: true,
  isRefundExplained: false,
  patientName: 'same',
  isPatientsDocument: true,
  payer: 'same',
  isOfThisStay: true,
  isHeldByOther: false,
};
const facts: WaiverFacts = {
  relation: 'parent',
  consent: 'agreed',
  donorIdentity: 'matched',
  patientIdentity: 'not_needed',
  guardian: 'not_needed',
  kinship: { verdict: 'proved', isStep: false },
  letterSigned: false,
  bills: [bill],
  entitlement: { entitled: true, quotaFen: 88_000, reasonCode: 'OK', clause: 'W-3' },
  usedOn: '2026-03-04',
};

describe('the decision of a waiver', () => {
  it('is yes when everything stands, up to the quota and to what is open of the bill', () => {
    expect(decideWaiver(facts)).toEqual({ answer: 'yes', clause: 'W-3', feeFen: 60_000, waivedFen: 60_000 });
    const large = { ...bill, feeFen: 100_000 };
    expect(decideWaiver({ ...facts, bills: [large] })).toMatchObject({ waivedFen: 88_000 });
    expect(decideWaiver({ ...facts, bills: [{ ...large, waivedFen: 90_000 }] })).toMatchObject({ waivedFen: 10_000 });
  });

  it('tells nothing of the donor’s record to somebody whose kinship does not stand', () => {
    const spent = { entitled: false, quotaFen: 0, reasonCode: 'USED_UP' as const, clause: 'W-3' };
    const unknown = { verdict: 'not_found' as const, isStep: false };
    expect(decideWaiver({ ...facts, entitlement: spent }).answer).toBe('no');
    const withheld = decideWaiver({ ...facts, entitlement: spent, kinship: unknown });
    expect(withheld).toEqual({ answer: 'person', reasons: ['kinship_not_found'] });
    expect(decideWaiver({ ...facts, entitlement: spent, consent: 'no_answer' }).answer).toBe('person');
  });

  it('asks for a letter where nothing but the kinship is missing', () => {
    const unknown = { ...facts, kinship: { verdict: 'not_found' as const, isStep: false } };
    expect(asksForLetter(unknown)).toBe(true);
    expect(asksForLetter({ ...unknown, letterSigned: true })).toBe(false);
    expect(asksForLetter({ ...unknown, bills: [{ ...bill, payer: 'different' }] })).toBe(false);
    expect(asksForLetter({ ...unknown, kinship: { verdict: 'not_found', isStep: true } })).toBe(false);
    expect(asksForLetter({ ...unknown, kinship: { verdict: 'conflict', isStep: false } })).toBe(false);
  });

  it('takes a letter alone for the relations of the rule', () => {
    const relations = ['spouse', 'parent', 'child', 'sibling', 'grandparent', 'spouse_parent'] as const;
    expect(relations.filter(relation => isLetterSufficient(relation, '2026-03-04'))).toEqual([
      'spouse',
      'parent',
      'child',
    ]);
  });

  it('leaves what was donated in another province to a person', () => {
    const elsewhere = { entitled: false, quotaFen: 0, reasonCode: 'PERSON_MUST_LOOK' as const, clause: '' };
    expect(decideWaiver({ ...facts, entitlement: elsewhere })).toEqual({
      answer: 'person',
      reasons: ['other_province'],
    });
  });

  it('leaves a claim across provinces to a person, whatever the registers here say, and asks for no letter', () => {
    expect(decideWaiver({ ...facts, crossing: 'donated' })).toEqual({ answer: 'person', reasons: ['other_province'] });
    const nothing = { entitled: false, quotaFen: 0, reasonCode: 'NO_DONATION' as const, clause: '' };
    expect(decideWaiver({ ...facts, crossing: 'donated', entitlement: nothing }).answer).toBe('person');
    const treated: WaiverFacts = { ...facts, crossing: 'treated', bills: [] };
    expect(decideWaiver(treated)).toEqual({ answer: 'person', reasons: ['bill_other_province'] });
    // The rule of the place of donation, which is ours, gives nothing: no paper changes that.
    expect(decideWaiver({ ...treated, entitlement: nothing })).toMatchObject({ answer: 'no' });
    expect(asksForLetter({ ...treated, kinship: { verdict: 'not_found', isStep: false } })).toBe(false);
  });

  it('is never yes with a doubt, whatever else speaks for it, and never above what is open', () => {
    const verdicts = fc.constantFrom(
      'proved' as const,
      'not_found' as const,
      'conflict' as const,
      'unavailable' as const,
    );
    const names = fc.constantFrom('same' as const, 'variant' as const, 'unreadable' as const, 'different' as const);
    const anyBill = fc.record({
      status: fc.constantFrom(
        'normal' as const,
        'reversed' as const,
        'exchanged_paper' as const,
        'partly_refunded' as const,
      ),
      feeFen: fc.integer({ min: 0, max: 200_000 }),
      waivedFen: fc.integer({ min: 0, max: 200_000 }),
      waivedOnTwinFen: fc.constantFrom(0, 0, 5_000),
      isUnclear: fc.boolean(),
      addsUp: fc.boolean(),
      isRefundExplained: fc.boolean(),
      patientName: names,
      isPatientsDocument: fc.boolean(),
      payer: names,
      isOfThisStay: fc.boolean(),
      isHeldByOther: fc.boolean(),
    });
    const anyFacts: fc.Arbitrary<WaiverFacts> = fc.record({
      relation: fc.constantFrom('self' as const, 'spouse' as const, 'parent' as const, 'sibling' as const),
      consent: fc.constantFrom('not_needed' as const, 'agreed' as const, 'declined' as const, 'no_answer' as const),
      donorIdentity: fc.constantFrom(
        'matched' as const,
        'mismatched' as const,
        'deceased' as const,
        'not_found' as const,
      ),
      patientIdentity: fc.constantFrom('not_needed' as const, 'matched' as const, 'deceased' as const),
      guardian: fc.oneof(verdicts, fc.constant('not_needed' as const)),
      kinship: fc.record({ verdict: verdicts, isStep: fc.boolean() }),
      letterSigned: fc.boolean(),
      bills: fc.oneof(fc.constant('unavailable' as const), fc.array(anyBill, { maxLength: 3 })),
      entitlement: fc.record({
        entitled: fc.boolean(),
        quotaFen: fc.constantFrom(null, 88_000),
        reasonCode: fc.constant('OK' as const),
        clause: fc.constant('W-3'),
      }),
      usedOn: fc.constant('2026-03-04'),
    });
    fc.assert(
      fc.property(anyFacts, given => {
        const decision = decideWaiver(given);
        if (decision.answer === 'person') return decision.reasons.length > 0;
        if (decision.answer === 'no') return decision.clause !== '';
        const alive = given.bills === 'unavailable' ? [] : given.bills.filter(({ status }) => status !== 'reversed');
        const open = alive.reduce((sum, { feeFen, waivedFen }) => sum + Math.max(0, feeFen - waivedFen), 0);
        const stands =
          given.relation === 'self' ||
          given.kinship.verdict === 'proved' ||
          (given.letterSigned && given.kinship.verdict !== 'conflict' && !given.kinship.isStep);
        return (
          stands &&
          given.entitlement.entitled &&
          (given.consent === 'agreed' || given.consent === 'not_needed') &&
          alive.every(each => each.isPatientsDocument && each.isOfThisStay && each.addsUp && !each.isUnclear) &&
          decision.waivedFen <= open &&
          decision.waivedFen <= (given.entitlement.quotaFen ?? open)
        );
      }),
      { numRuns: 3000 },
    );
  });

  it('has words for every reason that the labelled cases name', () => {
    for (const { expected } of waiverCases)
      if (expected.answer === 'person') for (const id of expected.reasons) expect(REASON_WORDS[id]).toMatch(/。$/);
  });
});
