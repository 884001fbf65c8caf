/** What B is to A, as the waiver rules speak of it; `other` is a known relation that no rule lists. */
export type Kinship =
  'spouse' | 'parent' | 'child' | 'sibling' | 'grandparent' | 'spouse_parent' | 'grandchild' | 'other';

/** Only `proved` decides by itself. A negative is no proof: families are spread over several household books. */
export type KinshipVerdict = 'proved' | 'not_found' | 'conflict' | 'unavailable';

/** A person as the registers name one; the caller decides what the key is. */
export type PersonKey = string;

/** `step`: the register may speak of a step relation. `unclear`: it leaves open whether both share this side of the family. */
export type KinshipDoubt = 'step' | 'unclear';

/** "B is A's `is`", said by one register. */
export interface KinshipFact {
  a: PersonKey;
  b: PersonKey;
  is: Kinship;
  /** With it the fact proves nothing by itself. */
  doubt?: KinshipDoubt;
}

/** Place in a household, seen from its head. Paternal and maternal grandparents differ in whose parents they are. */
type Place =
  | 'head'
  | 'spouse'
  | 'child'
  | 'child_spouse'
  | 'grandchild'
  | 'father'
  | 'mother'
  | 'parent'
  | 'spouse_parent'
  | 'fathers_parent'
  | 'mothers_parent'
  | 'sibling'
  | 'sibling_spouse'
  | 'distant';

/**
 * YHZGX after GB/T 4761. That the registers use exactly this list is unconfirmed, so the Chinese words are read too and
 * anything else leaves the pair undecided.
 */
const PLACES: readonly [Place, readonly string[]][] = [
  ['head', ['01', '02', '户主', '本人', '本人或户主']],
  ['spouse', ['10', '11', '12', '配偶', '夫', '妻', '丈夫', '妻子']],
  [
    'child',
    [
      ...['20', '21', '22', '23', '24', '25', '26', '27', '29', '30', '31', '32', '33', '34', '35', '36', '37', '39'],
      ...['子', '女', '独生子', '长子', '次子', '二子', '三子', '四子', '五子', '养子或继子', '养子', '继子', '儿子'],
      ...['独生女', '长女', '次女', '二女', '三女', '四女', '五女', '养女或继女', '养女', '继女', '女儿'],
    ],
  ],
  ['child_spouse', ['28', '38', '女婿', '儿媳']],
  ['grandchild', ['40', '41', '42', '43', '44', '孙子', '孙女', '外孙子', '外孙女', '外孙', '孙子女']],
  ['father', ['51', '父亲', '父']],
  ['mother', ['52', '母亲', '母']],
  ['parent', ['50', '57', '58', '59', '父母', '继父或养父', '继母或养母', '养父', '养母', '继父', '继母']],
  ['spouse_parent', ['53', '54', '55', '56', '公公', '婆婆', '岳父', '岳母']],
  ['fathers_parent', ['61', '62', '祖父', '祖母']],
  ['mothers_parent', ['63', '64', '外祖父', '外祖母']],
  ['sibling', ['70', '71', '73', '75', '77', '79', '兄', '弟', '姐姐', '姐', '妹妹', '妹', '兄弟姐妹', '其他兄弟姐妹']],
  ['sibling_spouse', ['72', '74', '76', '78', '嫂', '弟媳', '姐夫', '妹夫']],
  [
    'distant',
    [
      ...['81', '82', '83', '84', '85', '86', '87', '88', '89', '90', '91', '92', '93', '94', '95', '96'],
      ...[
        '伯父',
        '伯母',
        '叔父',
        '婶母',
        '舅父',
        '舅母',
        '姨父',
        '姨母',
        '姑父',
        '姑母',
        '侄子',
        '侄女',
        '外甥',
        '外甥女',
      ],
    ],
  ],
];
const PLACE_OF: ReadonlyMap<string, Place> = new Map(
  PLACES.flatMap(([place, words]) => words.map(word => [word, place])),
);

/** Step relations, or words that do not tell adoption (like own children, Civil Code art. 1111) from step relations. */
const STEP_WORDS: ReadonlySet<string> = new Set([
  ...['27', '37', '57', '58', '养子或继子', '养女或继女', '继父或养父', '继母或养母', '继子', '继女', '继父', '继母'],
]);
/** 其他儿子, 其他女儿, 其他父母关系. */
const UNCLEAR_WORDS: ReadonlySet<string> = new Set(['29', '39', '59']);

const OPPOSITE: Readonly<Record<Kinship, Kinship>> = {
  spouse: 'spouse',
  parent: 'child',
  child: 'parent',
  sibling: 'sibling',
  grandparent: 'grandchild',
  grandchild: 'grandparent',
  // The child's spouse is known, but no rule lists that relation.
  spouse_parent: 'other',
  other: 'other',
};

/**
 * "The second is the first's …" for two places in one book. Read both ways round; a pair that is not here stays
 * undecided: two grandchildren may be cousins, a daughter-in-law may be the wife of any of the sons, two parents of the
 * head may be divorced. Half brothers and sisters are siblings (Civil Code art. 1127).
 */
const PAIRS: readonly [Place, Place, Kinship][] = [
  ['head', 'spouse', 'spouse'],
  ['head', 'child', 'child'],
  ['head', 'child_spouse', 'other'],
  ['head', 'grandchild', 'grandchild'],
  ['head', 'father', 'parent'],
  ['head', 'mother', 'parent'],
  ['head', 'parent', 'parent'],
  ['head', 'spouse_parent', 'spouse_parent'],
  ['head', 'fathers_parent', 'grandparent'],
  ['head', 'mothers_parent', 'grandparent'],
  ['head', 'sibling', 'sibling'],
  ['head', 'sibling_spouse', 'other'],
  ['head', 'distant', 'other'],
  ['spouse', 'child', 'child'],
  ['spouse', 'grandchild', 'grandchild'],
  ['spouse', 'father', 'spouse_parent'],
  ['spouse', 'mother', 'spouse_parent'],
  ['spouse', 'parent', 'spouse_parent'],
  ['spouse', 'spouse_parent', 'parent'],
  ['spouse', 'fathers_parent', 'other'],
  ['spouse', 'mothers_parent', 'other'],
  ['spouse', 'sibling', 'other'],
  ['child', 'child', 'sibling'],
  ['child', 'father', 'grandparent'],
  ['child', 'mother', 'grandparent'],
  ['child', 'parent', 'grandparent'],
  ['child', 'spouse_parent', 'grandparent'],
  ['child', 'fathers_parent', 'other'],
  ['child', 'mothers_parent', 'other'],
  ['child', 'sibling', 'other'],
  ['child_spouse', 'spouse', 'spouse_parent'],
  ['child_spouse', 'head', 'spouse_parent'],
  ['sibling', 'father', 'parent'],
  ['sibling', 'mother', 'parent'],
  ['sibling', 'parent', 'parent'],
  ['sibling', 'sibling', 'sibling'],
  ['sibling', 'fathers_parent', 'grandparent'],
  ['sibling', 'mothers_parent', 'grandparent'],
  ['sibling_spouse', 'father', 'spouse_parent'],
  ['sibling_spouse', 'mother', 'spouse_parent'],
  ['sibling_spouse', 'parent', 'spouse_parent'],
  ['father', 'fathers_parent', 'parent'],
  ['mother', 'mothers_parent', 'parent'],
  ['mother', 'fathers_parent', 'spouse_parent'],
  ['father', 'mothers_parent', 'spouse_parent'],
];
/** The head's wife may be the stepmother of the head's child; a half brother of the head has another father or mother. */
const UNCLEAR_PAIRS: ReadonlySet<string> = new Set(
  [
    ['spouse', 'child'],
    ['spouse', 'grandchild'],
    ['child', 'spouse_parent'],
    ['child_spouse', 'spouse'],
    ['sibling', 'father'],
    ['sibling', 'mother'],
    ['sibling', 'parent'],
    ['sibling', 'sibling'],
    ['sibling', 'fathers_parent'],
    ['sibling', 'mothers_parent'],
    ['sibling_spouse', 'father'],
    ['sibling_spouse', 'mother'],
    ['sibling_spouse', 'parent'],
    ['mother', 'fathers_parent'],
    ['father', 'mothers_parent'],
  ].flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]),
);
const KINSHIP_OF: ReadonlyMap<string, Kinship> = new Map([
  ...PAIRS.map(([a, b, is]): [string, Kinship] => [`${b} ${a}`, OPPOSITE[is]]),
  // Last, so that a pair that is listed in its own right wins over the opposite of another.
  ...PAIRS.map(([a, b, is]): [string, Kinship] => [`${a} ${b}`, is]),
]);

/** What the second member of a household is to the first, from their relations to the head; undefined: cannot be decided. */
export function deriveKinship(
  firstToHead: string,
  secondToHead: string,
): { is: Kinship; doubt?: KinshipDoubt } | undefined {
  const words = [firstToHead.trim(), secondToHead.trim()];
  const [first, second] = words.map(word => PLACE_OF.get(word));
  const is = first && second && KINSHIP_OF.get(`${first} ${second}`);
  if (!is) return undefined;
  if (words.some(word => STEP_WORDS.has(word))) return { is, doubt: 'step' };
  const isUnclear = words.some(word => UNCLEAR_WORDS.has(word)) || UNCLEAR_PAIRS.has(`${first} ${second}`);
  return isUnclear ? { is, doubt: 'unclear' } : { is };
}

/** Every decided pair of one household book. */
export function householdFacts(members: readonly { person: PersonKey; toHead: string }[]): KinshipFact[] {
  return members.flatMap((a, i) =>
    members.slice(i + 1).flatMap((b): KinshipFact[] => {
      const derived = deriveKinship(a.toHead, b.toHead);
      return !derived || a.person === b.person ? [] : [{ a: a.person, b: b.person, ...derived }];
    }),
  );
}

/** A's X's Y is A's …; only steps that leave one answer (a parent's child may be A or a sibling, handled by the end points). */
const STEPS: Readonly<Record<string, { is: Kinship; doubt?: KinshipDoubt }>> = {
  'spouse parent': { is: 'spouse_parent' },
  'parent parent': { is: 'grandparent' },
  'parent child': { is: 'sibling' },
  'child child': { is: 'grandchild' },
  'parent sibling': { is: 'other' },
  // Half siblings share one parent only.
  'sibling parent': { is: 'parent', doubt: 'unclear' },
  'sibling child': { is: 'other' },
  'child spouse': { is: 'other' },
};

export type KinshipsFound = ReadonlyMap<Kinship, KinshipDoubt | 'sure'>;

/**
 * Relations of B to A that the facts give, directly or over one person in between (spouse's mother, mother's mother,
 * mother's other child). Statements about the two themselves, free of doubt, count alone when there are any.
 */
export function kinshipsBetween(facts: readonly KinshipFact[], a: PersonKey, b: PersonKey): KinshipsFound {
  const edges = [...facts, ...facts.map(fact => ({ ...fact, a: fact.b, b: fact.a, is: OPPOSITE[fact.is] }))];
  const direct = edges.filter(edge => edge.a === a && edge.b === b);
  const sure = direct.filter(({ doubt }) => doubt === undefined);
  if (sure.length > 0) return collect(sure);
  const indirect = edges
    .filter(first => first.a === a && first.b !== b)
    .flatMap(first =>
      edges
        .filter(second => second.a === first.b && second.b === b)
        .flatMap(second => {
          const step = STEPS[`${first.is} ${second.is}`];
          return step ? [{ is: step.is, doubt: worst(first.doubt, second.doubt, step.doubt) }] : [];
        }),
    );
  return collect([...direct, ...indirect]);
}

const worst = (...doubts: (KinshipDoubt | undefined)[]): KinshipDoubt | undefined =>
  doubts.includes('step') ? 'step' : doubts.find(doubt => doubt !== undefined);

/** Each relation once, by the best that speaks for it. */
function collect(found: readonly { is: Kinship; doubt?: KinshipDoubt }[]): KinshipsFound {
  const best = new Map<Kinship, KinshipDoubt | 'sure'>();
  const order = ['step', 'unclear', 'sure'];
  for (const { is, doubt = 'sure' } of found) {
    const held = best.get(is);
    if (held === undefined || order.indexOf(doubt) > order.indexOf(held)) best.set(is, doubt);
  }
  return best;
}

/** The head's wife is the mother of the head's child when they had married before it was born. */
export function parentByMarriage(
  facts: readonly KinshipFact[],
  marriage: { one: PersonKey; other: PersonKey; on: string },
  child: { person: PersonKey; birthDate: string },
): KinshipFact[] {
  if (marriage.on > child.birthDate) return [];
  const isParent = (person: PersonKey): boolean =>
    kinshipsBetween(facts, child.person, person).get('parent') === 'sure';
  const sides = [
    [marriage.one, marriage.other],
    [marriage.other, marriage.one],
  ] as const;
  return sides
    .filter(([one, other]) => isParent(one) && !isParent(other))
    .map(([, other]) => ({ a: child.person, b: other, is: 'parent' }));
}

/**
 * Judges the claimed relation. A divorce newer than the marriage, a register that names another relation, or another name
 * under the same document, is a conflict for a person to look at; a register that did not answer only matters when the
 * others prove nothing.
 */
export function judgeKinship(question: {
  claimed: Kinship;
  donor: PersonKey;
  patient: PersonKey;
  facts: readonly KinshipFact[];
  /** The newest registration between the two is a divorce. */
  isDivorced: boolean;
  isSourceMissing: boolean;
  /** A register knows the document of one of the two under another name. */
  isNameOther?: boolean;
}): { verdict: KinshipVerdict; isStep: boolean } {
  const { claimed, donor, patient, facts, isDivorced, isSourceMissing, isNameOther = false } = question;
  const found = kinshipsBetween(facts, donor, patient);
  const isStep = found.get(claimed) === 'step';
  const verdict = (): KinshipVerdict => {
    if (isNameOther) return 'conflict';
    if (isDivorced && (claimed === 'spouse' || found.has('spouse'))) return 'conflict';
    if (found.size > 1 || (found.size === 1 && !found.has(claimed))) return 'conflict';
    if (found.get(claimed) === 'sure') return 'proved';
    return isSourceMissing ? 'unavailable' : 'not_found';
  };
  return { verdict: verdict(), isStep };
}
