import type { WaiverRelation } from '../waiver';
import type { ReasonId } from '../waiver-decision';
import { type BillScene, billScenes, commonBillScenes } from './bill-scenes';
import { type KinshipLabel, type KinshipScene, kinshipScenes } from './kinship-scenes';
import type { Expected, WaiverCase } from './model';
import {
  type Change,
  cleanBill,
  donorIs,
  entitlementChanges,
  guardianChanges,
  motherIs,
  nameChanges,
  peopleChanges,
  proved,
  registerNameChanges,
} from './other-scenes';

export type { WaiverCase } from './model';

const stay = { admittedOn: '2026-03-01', dischargedOn: '2026-03-04' };
const one = [{ on: '2024-01-10', type: 'whole_blood' as const, ml: 400 }];
/** Twenty times 400 ml: the gold standard, which siblings, grandparents and the spouse's parents need. */
const gold = Array.from({ length: 20 }, (_, year) => ({
  ...one[0],
  on: `${2005 + year}-01-10`,
  type: 'whole_blood' as const,
  ml: 400,
}));
const NEAR: readonly WaiverRelation[] = ['self', 'spouse', 'parent', 'child'];
/** Of 400 ml given in 2024, within five years: 2 × 400 ml × 1.10 yuan. */
const nearQuotaFen = 88_000;

const base: Omit<WaiverCase, 'id' | 'expected' | 'group' | 'about'> = {
  relation: 'parent',
  people: { donor: donorIs('测试甲'), patient: motherIs('测试丙') },
  world: proved,
  consent: 'agreed',
  letter: false,
  byGuardian: false,
  donations: one,
  bills: [cleanBill],
  typed: false,
  book: {},
  stay,
};

/** What stands of the kinship, then what is open of the bill: any doubt is for a person, a used bill is a no. */
function expectedOf(kinship: KinshipLabel, bill: BillScene['label'], quotaFen: number): Expected {
  const ofBill: readonly ReasonId[] = bill === 'used' || 'openFen' in bill ? [] : bill;
  const doubts = [...(kinship === 'stands' ? [] : kinship), ...ofBill];
  if (doubts.length > 0) return { answer: 'person', reasons: doubts };
  if (bill === 'used') return { answer: 'no', clause: '票据唯一' };
  return { answer: 'yes', fen: 'openFen' in bill ? Math.min(bill.openFen, quotaFen) : 0 };
}

function joined(group: string, kinship: KinshipScene, bill: BillScene): Omit<WaiverCase, 'id'> {
  const isNear = NEAR.includes(kinship.relation);
  return {
    ...base,
    group,
    about: `${kinship.relation}: ${kinship.about}; ${bill.about}`,
    relation: kinship.relation,
    people: {
      ...kinship.people,
      ...(kinship.people.other ? {} : { other: { name: '测试申', sex: 'male', born: '1970-01-01' } }),
    },
    world: bill.isDown ? { ...kinship.world, down: [...(kinship.world.down ?? []), 'bill'] } : kinship.world,
    letter: kinship.letter ?? false,
    donations: isNear ? one : gold,
    bills: bill.bills,
    typed: bill.typed ?? false,
    book: bill.book ?? {},
    expected: expectedOf(kinship.label, bill.label, isNear ? nearQuotaFen : 999_900),
  };
}

const own: KinshipScene = {
  about: 'own use',
  relation: 'self',
  people: { donor: donorIs('测试甲'), patient: donorIs('测试甲') },
  world: {},
  label: 'stands',
};

const changed = (group: string, changes: readonly Change[]): Omit<WaiverCase, 'id'>[] =>
  changes.map(change => ({ ...base, ...change, group }));

const all: Omit<WaiverCase, 'id'>[] = [
  ...kinshipScenes.flatMap(kinship => commonBillScenes.map(bill => joined('kinship', kinship, bill))),
  ...billScenes.map(bill => joined('bill, own use', own, bill)).map(item => ofLifelong(item)),
  ...[kinshipScenes.find(({ label }) => label === 'stands')].flatMap(kinship =>
    kinship ? billScenes.map(bill => joined('bill, a relative', kinship, bill)) : [],
  ),
  ...changed('names on bills', nameChanges),
  ...changed('names in registers', registerNameChanges),
  ...changed('consent, death, silence', peopleChanges),
  ...changed('children and guardians', guardianChanges),
  ...changed('entitlement and several donors', entitlementChanges),
];

/** 400 ml of whole blood: the own use has no limit (W-1). */
function ofLifelong(item: Omit<WaiverCase, 'id'>): Omit<WaiverCase, 'id'> {
  const scene = billScenes.find(({ about }) => item.about.endsWith(`; ${about}`));
  const label = scene?.label;
  if (label === undefined || label === 'used' || !('openFen' in label)) return item;
  return { ...item, consent: 'not_needed', expected: { answer: 'yes', fen: label.openFen } };
}

/** The labelled set: synthetic people, the answer judged by the rules and not by running them. */
export const waiverCases: readonly WaiverCase[] = all.map((item, at) => ({
  ...item,
  id: `C${String(at + 1).padStart(3, '0')}`,
}));
