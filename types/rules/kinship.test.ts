import {
  type Kinship,
  type KinshipDoubt,
  type KinshipFact,
  deriveKinship,
  householdFacts,
  judgeKinship,
  kinshipsBetween,
  parentByMarriage,
} from './kinship';

describe('kinship from two relations to the head of a household', () => {
  it.each<[string, string, Kinship]>([
    ['户主', '妻', 'spouse'],
    ['户主', '长子', 'child'],
    ['长子', '户主', 'parent'],
    ['12', '31', 'child'],
    ['31', '12', 'parent'],
    ['22', '33', 'sibling'],
    ['02', '51', 'parent'],
    ['20', '52', 'grandparent'],
    ['52', '20', 'grandchild'],
    ['12', '51', 'spouse_parent'],
    ['01', '56', 'spouse_parent'],
    ['12', '56', 'parent'],
    ['30', '55', 'grandparent'],
    ['38', '02', 'spouse_parent'],
    ['28', '12', 'spouse_parent'],
    ['02', '38', 'other'],
    ['51', '61', 'parent'],
    ['52', '61', 'spouse_parent'],
    ['51', '64', 'spouse_parent'],
    ['75', '52', 'parent'],
    ['73', '77', 'sibling'],
    ['02', '41', 'grandchild'],
    ['41', '02', 'grandparent'],
    ['44', '12', 'grandparent'],
    ['02', '93', 'other'],
    ['20', '75', 'other'],
    ['户主', '母亲 ', 'parent'],
  ])('of %s, %s is the %s', (first, second, expected) => {
    expect(deriveKinship(first, second)?.is).toBe(expected);
  });

  it.each([
    ['two grandchildren, who may be cousins', '41', '44'],
    ['a child and a grandchild, who may be aunt and nephew', '22', '41'],
    ['a child and the spouse of a child, who may be siblings-in-law', '22', '38'],
    ['father and mother, who may be divorced', '51', '52'],
    ['two others', '80', '80'],
    ['the head and an unrelated person', '02', '99'],
    ['codes outside the list', '02', '7X'],
    ['an empty relation', '', '02'],
  ])('stays undecided for %s', (_case, first, second) => {
    expect(deriveKinship(first, second)).toBeUndefined();
  });

  it('reads every pair the same way from both ends', () => {
    const opposite: Partial<Record<Kinship, Kinship>> = { parent: 'child', child: 'parent', grandparent: 'grandchild' };
    const codes = [
      '02',
      '12',
      '22',
      '31',
      '28',
      '38',
      '41',
      '44',
      '51',
      '52',
      '53',
      '56',
      '61',
      '64',
      '71',
      '77',
      '72',
    ];
    for (const a of codes) {
      for (const b of codes) {
        const [there, back] = [deriveKinship(a, b)?.is, deriveKinship(b, a)?.is];
        expect([a, b, back === undefined]).toEqual([a, b, there === undefined]);
        const expected = there && opposite[there];
        if (expected) expect([a, b, back]).toEqual([a, b, expected]);
      }
    }
  });

  it('gives all decided pairs of a book and leaves the others out', () => {
    const facts = householdFacts([
      { person: 'wang', toHead: '户主' },
      { person: 'li', toHead: '妻' },
      { person: 'guest', toHead: '99' },
    ]);
    expect(facts).toEqual([{ a: 'wang', b: 'li', is: 'spouse' }]);
  });
});

describe('what a household book leaves open', () => {
  it.each<[string, string, string, KinshipDoubt | undefined]>([
    ['a mother of the head is a mother', '02', '52', undefined],
    ['an adoptive son counts like a son', '户主', '养子', undefined],
    ['a stepson', '户主', '继子', 'step'],
    ['adopted or step, the code does not tell', '02', '27', 'step'],
    ['the head’s wife and the head’s child', '12', '20', 'unclear'],
    ['two siblings of the head', '73', '77', 'unclear'],
    ['two children of the head share a parent', '22', '33', undefined],
    ['“another” son', '02', '29', 'unclear'],
  ])('%s', (_case, first, second, doubt) => {
    expect(deriveKinship(first, second)?.doubt).toBe(doubt);
    expect(deriveKinship(second, first)?.doubt).toBe(doubt);
  });

  it('a marriage before the birth makes the head’s wife the mother, a later one does not', () => {
    const facts: KinshipFact[] = [
      { a: 'child', b: 'head', is: 'parent' },
      { a: 'child', b: 'wife', is: 'parent', doubt: 'unclear' },
    ];
    const child = { person: 'child', birthDate: '1990-05-05' };
    const married = (on: string) => parentByMarriage(facts, { one: 'head', other: 'wife', on }, child);
    expect(married('1989-01-01')).toEqual([{ a: 'child', b: 'wife', is: 'parent' }]);
    expect(married('1991-01-01')).toEqual([]);
  });

  it('what a chain leaves open is not proved, and one clear statement settles it', () => {
    const unclear: KinshipFact = { a: 'donor', b: 'patient', is: 'parent', doubt: 'unclear' };
    const ask = { claimed: 'parent' as const, donor: 'donor', patient: 'patient', isDivorced: false };
    const judge = (facts: KinshipFact[]) => judgeKinship({ ...ask, facts, isSourceMissing: false });
    expect(judge([unclear])).toEqual({ verdict: 'not_found', isStep: false });
    expect(judge([{ ...unclear, doubt: 'step' }])).toEqual({ verdict: 'not_found', isStep: true });
    expect(judge([unclear, { a: 'donor', b: 'patient', is: 'parent' }]).verdict).toBe('proved');
  });

  it('another name under the same document is a conflict, whatever else is said', () => {
    const facts: KinshipFact[] = [{ a: 'donor', b: 'patient', is: 'parent' }];
    const ask = { claimed: 'parent' as const, donor: 'donor', patient: 'patient', facts, isDivorced: false };
    expect(judgeKinship({ ...ask, isSourceMissing: false, isNameOther: true }).verdict).toBe('conflict');
  });
});

describe('kinship over one person in between', () => {
  const birth = (child: string, mother: string): KinshipFact => ({ a: child, b: mother, is: 'parent' });
  it.each<[string, KinshipFact[], Kinship[]]>([
    ['the wife’s mother', [{ a: 'donor', b: 'wife', is: 'spouse' }, birth('wife', 'patient')], ['spouse_parent']],
    ['the mother’s mother', [birth('donor', 'mother'), birth('mother', 'patient')], ['grandparent']],
    ['the mother’s other child', [birth('donor', 'mother'), birth('patient', 'mother')], ['sibling']],
    ['the daughter’s child', [birth('daughter', 'donor'), birth('patient', 'daughter')], ['grandchild']],
    ['nobody known', [birth('donor', 'mother')], []],
    ['a person three steps away', [birth('donor', 'm'), birth('m', 'g'), birth('g', 'patient')], []],
  ])('finds %s', (_case, facts, expected) => {
    expect([...kinshipsBetween(facts, 'donor', 'patient').keys()]).toEqual(expected);
  });
});

describe('judging a claimed kinship', () => {
  const fact = (is: Kinship): KinshipFact => ({ a: 'donor', b: 'patient', is });
  const judge = (
    claimed: Kinship,
    facts: KinshipFact[],
    rest: { isDivorced?: boolean; isSourceMissing?: boolean } = {},
  ) =>
    judgeKinship({
      donor: 'donor',
      patient: 'patient',
      claimed,
      facts,
      isDivorced: false,
      isSourceMissing: false,
      ...rest,
    });

  it.each([
    ['one register confirms', judge('parent', [fact('parent')]), 'proved'],
    ['two registers confirm', judge('spouse', [fact('spouse'), fact('spouse')]), 'proved'],
    ['one confirms while another is down', judge('parent', [fact('parent')], { isSourceMissing: true }), 'proved'],
    ['nothing is found', judge('parent', []), 'not_found'],
    ['nothing is found and a register is down', judge('parent', [], { isSourceMissing: true }), 'unavailable'],
    ['another relation is found', judge('child', [fact('grandchild')]), 'conflict'],
    ['registers disagree', judge('parent', [fact('parent'), fact('sibling')]), 'conflict'],
    [
      'the book says married, the newest registration divorced',
      judge('spouse', [fact('spouse')], { isDivorced: true }),
      'conflict',
    ],
    ['only a divorce is found', judge('spouse', [], { isDivorced: true }), 'conflict'],
    ['a grandchild is claimed and found', judge('grandchild', [fact('grandchild')]), 'proved'],
  ])('when %s', (_case, judged, expected) => {
    expect(judged.verdict).toBe(expected);
  });
});
