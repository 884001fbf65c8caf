import type { WaiverRelation } from '../waiver';
import type { ReasonId } from '../waiver-decision';
import type { CasePerson, CaseWorld, Role } from './model';
import { readWorld } from './read-world';

/** `stands`: the rules take the relation as proved. Else why a person must look. */
export type KinshipLabel = 'stands' | readonly ReasonId[];

export interface KinshipScene {
  about: string;
  relation: WaiverRelation;
  people: Partial<Record<Role, CasePerson>>;
  world: CaseWorld;
  letter?: boolean;
  label: KinshipLabel;
}

const man = (name: string, born: string): CasePerson => ({ name, sex: 'male', born });
const woman = (name: string, born: string): CasePerson => ({ name, sex: 'female', born });

const son = man('测试甲', '1985-01-01');
const daughter = woman('测试乙', '1988-02-02');
const mother = woman('测试丙', '1960-03-03');
const father = man('测试丁', '1958-04-04');
const wife = woman('测试庚', '1986-07-07');

type Cast = Pick<KinshipScene, 'relation' | 'people'>;

const casts: Readonly<Record<string, Cast>> = {
  spouse: { relation: 'spouse', people: { donor: son, patient: wife, other: daughter } },
  mother: { relation: 'parent', people: { donor: son, patient: mother, father, other: daughter } },
  father: { relation: 'parent', people: { donor: son, patient: father, mother } },
  child: {
    relation: 'child',
    people: { donor: wife, patient: man('测试己', '2015-06-06'), husband: son, mother: daughter },
  },
  sister: { relation: 'sibling', people: { donor: son, patient: daughter, mother, father, other: wife } },
  gran: { relation: 'grandparent', people: { donor: son, patient: woman('测试戊', '1936-05-05'), mother, father } },
  'in-law': { relation: 'spouse_parent', people: { donor: son, patient: mother, wife } },
  twin: {
    relation: 'parent',
    people: { donor: { ...son, name: '测试双一' }, twin: { ...son, name: '测试双二' }, patient: mother },
  },
  passport: { relation: 'parent', people: { donor: { ...son, passport: 'E12345678' }, patient: mother } },
  'foreign-wife': { relation: 'spouse', people: { donor: son, patient: { ...wife, passport: 'X1234567' } } },
  'sister-abroad': { relation: 'sibling', people: { donor: son, patient: { ...daughter, passport: 'X1234567' } } },
};

/** Who the patient is | what is so | what the registers hold | letter | what the rules say of the kinship. */
const table = `
spouse | a marriage is registered | marriage donor+patient 2010-01-01 | - | stands
spouse | the newest registration is a divorce | marriage donor+patient 2010-01-01; divorce donor+patient 2018-01-01 | - | kinship_conflict
spouse | divorced and married again to each other | marriage donor+patient 2010-01-01; divorce donor+patient 2018-01-01; marriage donor+patient 2020-01-01 | - | stands
spouse | divorced and remarried to another | marriage donor+patient 2010-01-01; divorce donor+patient 2018-01-01; marriage donor+other 2020-01-01 | - | kinship_conflict
spouse | divorced; a commitment letter says otherwise | marriage donor+patient 2010-01-01; divorce donor+patient 2018-01-01 | letter | kinship_conflict
spouse | the book knows the wife, the marriage is older than the register | book donor=户主 patient=妻 | - | stands
spouse | the book still has the wife after the divorce | book donor=户主 patient=妻; marriage donor+patient 2010-01-01; divorce donor+patient 2018-01-01 | - | kinship_conflict
spouse | the book knows the wife, the marriage register is down | book donor=户主 patient=妻; down marriage | - | kinship_unavailable
spouse | nothing is registered | nothing | - | kinship_not_found
spouse | nothing is registered, a letter is signed | nothing | letter | stands
spouse | the marriage is registered under a number of fifteen digits | marriage donor+patient 2010-01-01; old patient | - | stands
spouse | the book says daughter-in-law | book donor=户主 patient=儿媳 | - | kinship_conflict
mother | the donor heads the book | book donor=户主 patient=母亲 | - | stands
mother | the mother heads the book | book patient=户主 donor=长子 | - | stands
mother | codes instead of words | book patient=02 donor=20 | - | stands
mother | the book holds her number in fifteen digits | book donor=户主 patient=母亲; old patient | - | stands
mother | a birth certificate with the child’s number | birth patient>donor | - | stands
mother | a birth certificate without a number: name and birth date alone | birth patient>donor numberless | - | kinship_not_found
mother | such a certificate and a letter | birth patient>donor numberless | letter | stands
mother | the household register is down, the certificate proves | birth patient>donor; down household | - | stands
mother | every register is down | down household marriage birth | - | kinship_unavailable
mother | every register is down, a letter is signed | down household marriage birth | letter | stands
mother | the head’s wife, married before the birth | book father=户主 patient=妻 donor=长子; marriage father+patient 1983-01-01 | - | stands
mother | the head’s wife, married after the birth: a stepmother maybe | book father=户主 patient=妻 donor=长子; marriage father+patient 1995-01-01 | - | kinship_not_found
mother | the head’s wife, marriage unknown | book father=户主 patient=妻 donor=长子 | - | kinship_not_found
mother | the head’s wife, marriage unknown, a letter | book father=户主 patient=妻 donor=长子 | letter | stands
mother | a stepmother by the book | book donor=户主 patient=继母 | - | kinship_step
mother | a stepmother by the book, a letter | book donor=户主 patient=继母 | letter | kinship_step
mother | step or adopted, the code does not tell | book donor=02 patient=58 | - | kinship_step
mother | an adoptive mother | book donor=户主 patient=养母 | - | stands
mother | the book says elder sister | book donor=户主 patient=姐姐 | - | kinship_conflict
mother | the book says mother-in-law | book donor=户主 patient=岳母 | - | kinship_conflict
mother | the book says elder sister, a letter says mother | book donor=户主 patient=姐姐 | letter | kinship_conflict
mother | nothing is registered | nothing | - | kinship_not_found
mother | nothing is registered, a letter | nothing | letter | stands
mother | no relation to the head | book donor=户主 patient=99 | - | kinship_not_found
mother | her certificate names another child of the same name | birth patient>other; writes other=测试甲 | - | kinship_not_found
mother | the book has the donor’s number under another name | book donor=户主 patient=母亲; writes donor=测试壬 | - | donor_name_differs kinship_conflict
father | the father heads the book | book patient=户主 donor=独生子 | - | stands
father | father by the mother’s certificate, found over the marriage | marriage patient+mother 1983-01-01; birth mother+patient>donor | - | stands
father | a stepfather by the book | book donor=户主 patient=继父 | - | kinship_step
father | another father on the certificate | marriage patient+mother 1999-01-01; birth mother>donor | - | kinship_not_found
child | the donor heads the book | book donor=户主 patient=长子 | - | stands
child | the donor is the head’s wife, married before the birth | book husband=户主 donor=妻 patient=长子; marriage husband+donor 2012-01-01 | - | stands
child | the donor is the head’s second wife | book husband=户主 donor=妻 patient=长子; marriage husband+donor 2019-01-01 | - | kinship_not_found
child | the donor is the head’s second wife; a letter | book husband=户主 donor=妻 patient=长子; marriage husband+donor 2019-01-01 | letter | stands
child | an adopted son | book donor=户主 patient=养子 | - | stands
child | a stepson | book donor=户主 patient=继子 | - | kinship_step
child | adopted or step, the code does not tell | book donor=02 patient=27 | - | kinship_step
child | “another son” of the head | book donor=02 patient=29 | - | kinship_not_found
child | a birth certificate with the child’s number | birth donor>patient | - | stands
child | a certificate of another mother | birth mother>patient | - | kinship_not_found
child | the book says grandson | book donor=户主 patient=外孙 | - | kinship_conflict
child | the book says nephew | book donor=户主 patient=侄子 | - | kinship_conflict
child | nothing is registered, a letter | nothing | letter | stands
sister | two children of the head | book father=户主 donor=长子 patient=长女 | - | stands
sister | half siblings: the same mother heads the book | book mother=户主 donor=子 patient=女 | - | stands
sister | the head’s elder sister | book donor=户主 patient=姐姐 | - | stands
sister | two siblings of the head may share no parent | book other=户主 donor=弟 patient=妹 | - | kinship_not_found
sister | one child is a stepchild of the head | book father=户主 donor=长子 patient=继女 | - | kinship_step
sister | the same mother by two certificates | book donor=户主 mother=母亲; birth mother>donor; birth mother>patient | - | stands
sister | the mother is in each one’s book | book donor=户主 mother=母亲; book mother=户主 patient=女 | - | stands
sister | nothing is registered | nothing | - | kinship_not_found
sister | a letter alone does not prove it | nothing | letter | kinship_not_found letter_not_enough
sister | an aunt | book father=户主 donor=长子 patient=妹妹 | - | kinship_conflict
sister | a sister-in-law | book father=户主 donor=长子 patient=儿媳 | - | kinship_not_found
gran | the donor heads the book | book donor=户主 patient=外祖母 | - | stands
gran | the head’s mother and the head’s son | book father=户主 patient=母亲 donor=长子 | - | stands
gran | over two books | book mother=户主 donor=子; book patient=户主 mother=女 | - | stands
gran | mother by the book, grandmother by a certificate | book mother=户主 donor=子; birth patient>mother | - | stands
gran | the head’s mother-in-law and the head’s son of any marriage | book father=户主 patient=岳母 donor=长子 | - | kinship_not_found
gran | a step-grandmother | book mother=户主 donor=子 patient=继母 | - | kinship_step
gran | only the first step is known | book mother=户主 donor=子 | - | kinship_not_found
gran | a letter alone does not prove it | nothing | letter | kinship_not_found letter_not_enough
gran | the book says mother | book donor=户主 patient=母亲 | - | kinship_conflict
in-law | marriage and the mother’s book | book patient=户主 wife=女; marriage donor+wife 2012-01-01 | - | stands
in-law | marriage and a certificate of the wife | marriage donor+wife 2012-01-01; birth patient>wife | - | stands
in-law | one book and the marriage | book donor=户主 wife=妻 patient=岳母; marriage donor+wife 2012-01-01 | - | stands
in-law | divorced from the daughter | book donor=户主 patient=岳母; marriage donor+wife 2012-01-01; divorce donor+wife 2019-01-01 | - | kinship_conflict
in-law | the marriage register is down | book donor=户主 patient=岳母; down marriage | - | kinship_unavailable
in-law | the wife’s stepmother | book wife=户主 patient=继母; marriage donor+wife 2012-01-01 | - | kinship_step
in-law | married, the wife’s mother is unknown | marriage donor+wife 2012-01-01 | - | kinship_not_found
in-law | a letter alone does not prove it | marriage donor+wife 2012-01-01 | letter | kinship_not_found letter_not_enough
twin | twins: the certificate of this one | birth patient>donor; birth patient>twin | - | stands
twin | twins: the certificate of the other one only | birth patient>twin | - | kinship_not_found
twin | twins: certificates without numbers | birth patient>donor numberless; birth patient>twin numberless | - | kinship_not_found
passport | a donor with a passport | nothing | - | kinship_not_found
passport | a donor with a passport, a letter | nothing | letter | stands
foreign-wife | a foreign wife, a letter | nothing | letter | stands
sister-abroad | a sister abroad, a letter | nothing | letter | kinship_not_found letter_not_enough
`;

export const kinshipScenes: readonly KinshipScene[] = table
  .trim()
  .split('\n')
  .map(line => {
    const [who = '', about = '', world = '', letter, label = ''] = line.split(' | ');
    const cast = casts[who];
    if (!cast) throw new RangeError(`no cast ${who}`);
    return {
      ...cast,
      about,
      world: readWorld(world),
      letter: letter === 'letter',
      label: label === 'stands' ? label : (label.split(' ') as ReasonId[]),
    };
  });
