import type { WaiverCase } from './model';

/** Changes to the base case (a mother, proved, a clean bill) and what the rules then say. */
export type Change = Partial<Omit<WaiverCase, 'id' | 'expected' | 'group'>> & Pick<WaiverCase, 'about' | 'expected'>;

const yes = (fen: number) => ({ answer: 'yes' as const, fen });
const no = (clause: string) => ({ answer: 'no' as const, clause });
const person = (...reasons: Extract<WaiverCase['expected'], { answer: 'person' }>['reasons'][number][]) => ({
  ...{ answer: 'person' as const, reasons },
});

const fee = 63_000;
export const donorIs = (name: string) => ({ name, sex: 'male' as const, born: '1985-01-01' });
export const motherIs = (name: string) => ({ name, sex: 'female' as const, born: '1960-03-03' });
export const proved = {
  books: [
    [
      ['donor', '户主'],
      ['patient', '母亲'],
    ],
  ],
} as const;
const items = [
  ['去白细胞悬浮红细胞', 63_000],
  ['床位费', 54_000],
] as const;
export const cleanBill = { number: '1000000001', status: 'normal' as const, items };

const onBill = (
  about: string,
  held: string,
  onBill: string,
  payer: string,
  expected: WaiverCase['expected'],
): Change => ({
  ...{ about, relation: 'self', world: {}, consent: 'not_needed', typed: true, expected },
  people: { donor: donorIs(held), patient: donorIs(held) },
  bills: [{ ...cleanBill, patientName: onBill, payerName: payer }],
});
const both = (about: string, held: string, other: string, expected: WaiverCase['expected']) =>
  onBill(about, held, other, other, expected);
const otherPerson = person('bill_other_patient', 'payer_differs');

export const nameChanges: readonly Change[] = [
  both('the same spelling', '测试甲', '测试甲', yes(fee)),
  both('spaces between the characters', '测试甲', '测 试 甲', yes(fee)),
  both('an ideographic space', '测试甲', '测试　甲', yes(fee)),
  both('two kinds of middle dot', '买买提·测试', '买买提•测试', yes(fee)),
  both('a full stop for the middle dot', '买买提·测试', '买买提．测试', yes(fee)),
  both('no middle dot', '买买提·测试', '买买提测试', yes(fee)),
  both('letters of full width', 'TEST JOHN', 'ＴＥＳＴ　ＪＯＨＮ', yes(fee)),
  both('letters in another case', 'Test John', 'TEST JOHN', yes(fee)),
  both('a hyphen in a foreign name', 'Test Anne-Marie', 'TEST ANNE MARIE', yes(fee)),
  both('a private-use code point of the old GB 18030', '测试\u9FB4', '测试\uE81E', yes(fee)),
  both('a compatibility ideograph', '测试\u8C48', '测试\uF900', yes(fee)),
  both('traditional on the bill', '测试张', '测试張', yes(fee)),
  both('traditional in our record', '测试劉', '测试刘', yes(fee)),
  both('a rare form of 喜', '测试㐂', '测试喜', yes(fee)),
  both('a rare form of 升', '测试昇', '测试升', yes(fee)),
  both('a rare form of 龑', '测试䶮', '测试龑', yes(fee)),
  both('a rare form outside the table', '测试𠮷', '测试吉', otherPerson),
  both('a character was lost', '测试𫍯', '测试?', otherPerson),
  both('a box instead of the character', '测试䶮', '测试□', otherPerson),
  both('a masked name', '测试甲', '测*甲', otherPerson),
  both('a similar character', '测试未', '测试末', otherPerson),
  both('one character less', '测试甲', '测试', otherPerson),
  both('pinyin instead of characters', '测试甲', 'CESHI JIA', otherPerson),
  onBill('only the payer in another form', '测试张', '测试张', '测试張', person('payer_differs')),
  onBill('only the patient in another form', '测试张', '测试張', '测试张', yes(fee)),
  onBill('the payer is a namesake’s sound-alike', '测试兰', '测试兰', '测试岚', person('payer_differs')),
];

export const registerNameChanges: readonly Change[] = [
  {
    about: 'the population register writes the traditional form',
    people: { donor: donorIs('测试张'), patient: motherIs('测试丙') },
    world: { ...proved, writes: { donor: '测试張' } },
    expected: yes(fee),
  },
  {
    about: 'the population register writes a rare form',
    people: { donor: donorIs('测试㐂'), patient: motherIs('测试丙') },
    world: { ...proved, writes: { donor: '测试喜' } },
    expected: yes(fee),
  },
  {
    about: 'the donor has changed the name since',
    world: { ...proved, writes: { donor: '测试辛' } },
    expected: person('donor_name_differs', 'kinship_conflict'),
  },
  {
    about: 'the population register lost a character',
    people: { donor: donorIs('测试䶮'), patient: motherIs('测试丙') },
    world: { ...proved, writes: { donor: '测试?' } },
    expected: person('donor_name_differs', 'kinship_conflict'),
  },
  {
    about: 'the population register knows the donor under fifteen digits',
    world: { ...proved, old: ['donor'] },
    expected: yes(fee),
  },
  {
    about: 'the mother has another name in the book',
    world: { ...proved, writes: { patient: '测试辛' } },
    expected: person('kinship_conflict'),
  },
];

export const peopleChanges: readonly Change[] = [
  { about: 'the donor declined', consent: 'declined', expected: no('个保法第29条') },
  {
    about: 'the donor declined, everything else stands',
    consent: 'declined',
    letter: true,
    expected: no('个保法第29条'),
  },
  { about: 'the donor did not answer', consent: 'no_answer', expected: person('consent_no_answer') },
  {
    about: 'the donor did not answer, a bill in doubt',
    consent: 'no_answer',
    bills: [{ ...cleanBill, payerName: '测试癸' }],
    expected: person('consent_no_answer', 'payer_differs'),
  },
  {
    about: 'no answer and a balance used up: nothing is told of it',
    consent: 'no_answer',
    usedMl: 800,
    expected: person('consent_no_answer'),
  },
  { about: 'the donor is deceased', world: { ...proved, deceased: ['donor'] }, expected: person('donor_deceased') },
  {
    about: 'the population register is down',
    world: { ...proved, down: ['population'] },
    expected: person('identity_unavailable'),
  },
  {
    about: 'kinship unknown and balance used up: a stranger is told nothing',
    world: {},
    usedMl: 800,
    expected: person('kinship_not_found'),
  },
  {
    about: 'kinship in conflict and balance used up',
    world: {
      books: [
        [
          ['donor', '户主'],
          ['patient', '姐姐'],
        ],
      ],
    },
    usedMl: 800,
    expected: person('kinship_conflict'),
  },
];

const boy = { name: '测试己', sex: 'male' as const, born: '2015-06-06' };
const parent = { name: '测试庚', sex: 'female' as const, born: '1986-07-07' };
const ofChild = (
  about: string,
  world: WaiverCase['world'],
  expected: WaiverCase['expected'],
  rest: Partial<Change> = {},
): Change => ({
  ...{ about, relation: 'child', byGuardian: true, world, expected },
  people: { donor: donorIs('测试甲'), patient: boy, guardian: parent },
  ...rest,
});
const family = [
  ['donor', '户主'],
  ['guardian', '妻'],
  ['patient', '长子'],
] as const;
const birth = { child: 'patient', mother: 'guardian', withNumber: true } as const;

export const guardianChanges: readonly Change[] = [
  ofChild(
    'the mother claims on the father; her certificate proves her',
    { books: [family], births: [birth] },
    yes(fee),
  ),
  ofChild(
    'the mother claims on the father; married before the birth',
    { books: [family], marriages: [['donor', 'guardian', '2012-01-01', 'marriage']] },
    yes(fee),
  ),
  ofChild(
    'the father’s second wife claims',
    { books: [family], marriages: [['donor', 'guardian', '2019-01-01', 'marriage']] },
    person('guardian_not_proved'),
  ),
  ofChild(
    'the claimant is nobody to the child',
    {
      books: [
        [
          ['donor', '户主'],
          ['patient', '长子'],
        ],
      ],
    },
    person('guardian_not_proved'),
  ),
  ofChild(
    'the claimant is the grandmother',
    {
      books: [
        [
          ['donor', '户主'],
          ['patient', '长子'],
          ['guardian', '母亲'],
        ],
      ],
    },
    person('guardian_conflict'),
  ),
  ofChild(
    'the child is deceased',
    { books: [family], births: [birth], deceased: ['patient'] },
    person('patient_deceased'),
  ),
  ofChild(
    'the child’s name is another in the register',
    { books: [family], births: [birth], writes: { patient: '测试辛' } },
    person('patient_name_differs', 'guardian_conflict', 'kinship_conflict'),
  ),
  ofChild(
    'registers of births and households are down',
    { down: ['household', 'birth', 'marriage'] },
    person('guardian_unavailable', 'kinship_unavailable'),
  ),
  ofChild('a letter helps the kinship, never the guardian', {}, person('guardian_not_proved'), { letter: true }),
  ofChild(
    'the parent is the donor',
    {
      books: [
        [
          ['donor', '户主'],
          ['patient', '长子'],
        ],
      ],
    },
    yes(fee),
    { people: { donor: donorIs('测试甲'), patient: boy, guardian: donorIs('测试甲') } },
  ),
  ofChild('the parent is the donor, by a letter', {}, yes(fee), {
    people: { donor: donorIs('测试甲'), patient: boy, guardian: donorIs('测试甲') },
    letter: true,
  }),
];

const whole = (on: string, ml: number) => ({ on, type: 'whole_blood' as const, ml });
const big = [{ ...cleanBill, items: [['去白细胞悬浮红细胞', 200_000]] as const }];
const self = {
  relation: 'self' as const,
  world: {},
  consent: 'not_needed' as const,
  people: { donor: donorIs('测试甲'), patient: donorIs('测试甲') },
};
const earlyStay = { admittedOn: '2023-03-01', dischargedOn: '2023-03-04' };

export const entitlementChanges: readonly Change[] = [
  { about: '400 ml within five years: twice the volume', bills: big, expected: yes(88_000) },
  {
    about: '400 ml more than five years ago: the volume',
    donations: [whole('2018-01-10', 400)],
    bills: big,
    expected: yes(44_000),
  },
  {
    about: 'platelets count 800 ml a donation',
    donations: [{ on: '2024-01-10', type: 'platelets', ml: null }],
    bills: big,
    expected: yes(176_000),
  },
  {
    about: 'stem cells: 800 ml for life',
    donations: [{ on: '2000-01-10', type: 'stem_cells', ml: null }],
    bills: big,
    expected: yes(88_000),
  },
  { about: 'donated after the use', donations: [whole('2026-03-05', 400)], expected: no('W-FIRST') },
  { about: 'nothing donated', donations: [], expected: no('W-FIRST') },
  { about: 'all used by relatives before', usedMl: 800, expected: no('W-3') },
  { about: 'part used by relatives before', usedMl: 500, expected: yes(33_000) },
  { about: 'the donor, 400 ml: free for life', ...self, bills: big, expected: yes(200_000) },
  {
    about: 'the donor, 200 ml within five years: five times',
    ...self,
    donations: [whole('2024-01-10', 200)],
    bills: big,
    expected: yes(110_000),
  },
  {
    about: 'the donor, 200 ml more than five years ago',
    ...self,
    donations: [whole('2018-01-10', 200)],
    bills: big,
    expected: yes(22_000),
  },
  {
    about: 'the donor, 200 ml, RhD negative: free for life',
    ...self,
    donations: [whole('2010-01-10', 200)],
    rhd: 'negative',
    bills: big,
    expected: yes(200_000),
  },
  { about: 'the donor never gave', ...self, donations: [], expected: no('W-FIRST') },
  {
    about: 'a stay three years ago: no deadline',
    donations: [whole('2022-01-10', 400)],
    stay: earlyStay,
    bills: [{ ...cleanBill, issuedOn: '2023-03-04' }],
    expected: yes(fee),
  },
  {
    about: 'a second donor of the same patient takes the rest',
    bills: big,
    book: { waivedFen: 150_000 },
    expected: yes(50_000),
  },
  {
    about: 'a second donor whose quota is less than the rest',
    bills: big,
    book: { waivedFen: 50_000 },
    expected: yes(88_000),
  },
  { about: 'a third donor finds nothing open', bills: big, book: { waivedFen: 200_000 }, expected: no('票据唯一') },
  {
    about: 'the second donor has nothing left either',
    bills: big,
    book: { waivedFen: 150_000 },
    usedMl: 800,
    expected: no('W-3'),
  },
  {
    about: 'a sister of a donor below the gold standard',
    relation: 'sibling',
    world: {
      books: [
        [
          ['donor', '户主'],
          ['patient', '姐姐'],
        ],
      ],
    },
    expected: no('W-4'),
  },
  {
    about: 'a grandmother of a donor below the gold standard',
    relation: 'grandparent',
    world: {
      books: [
        [
          ['donor', '户主'],
          ['patient', '祖母'],
        ],
      ],
    },
    expected: no('W-4'),
  },
  {
    about: 'a mother-in-law of a donor below the gold standard',
    relation: 'spouse_parent',
    world: {
      books: [
        [
          ['donor', '户主'],
          ['patient', '岳母'],
        ],
      ],
    },
    expected: no('W-4'),
  },
  {
    about: 'a sister, unknown to the registers, below the gold standard: not told',
    relation: 'sibling',
    world: {},
    expected: person('kinship_not_found'),
  },
  {
    about: 'a grandchild',
    relation: 'grandchild',
    world: {
      books: [
        [
          ['donor', '户主'],
          ['patient', '外孙女'],
        ],
      ],
    },
    expected: no('W-3、W-4'),
  },
  { about: 'a cousin', relation: 'other', world: {}, expected: no('W-3、W-4') },
  { about: 'a grandchild and a letter', relation: 'grandchild', world: {}, letter: true, expected: no('W-3、W-4') },
];
