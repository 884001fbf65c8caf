import type * as z from 'zod/mini';
import { type relation } from '@contract/waivers';

export type Relation = z.output<typeof relation>;
export type Kin = Exclude<Relation, 'self'>;

interface KinWords {
  readonly value: Kin;
  /** What the donor is to the patient. */
  readonly label: string;
  readonly note?: string;
}

const ofGold = '献血者达到国家金奖标准时可以减免';

/** The contract names the patient seen from the donor; people are asked who the donor is to them. */
const kinChoices: readonly KinWords[] = [
  { value: 'spouse', label: '我的配偶' },
  { value: 'parent', label: '我的子女' },
  { value: 'child', label: '我的父亲或母亲' },
  { value: 'sibling', label: '我的兄弟姐妹', note: ofGold },
  { value: 'grandparent', label: '我的孙子女、外孙子女', note: ofGold },
  { value: 'spouse_parent', label: '我的儿媳或女婿', note: ofGold },
  { value: 'grandchild', label: '我的祖父母、外祖父母', note: '不在减免范围内' },
  { value: 'other', label: '其他亲友', note: '不在减免范围内' },
];

type Whose = '我' | '孩子' | '患者';

/** A child has neither spouse nor children. */
const ofChild: readonly Kin[] = ['child', 'sibling', 'grandchild', 'other'];

/** Who a donor can be to the patient, said to the claimant. */
export const kinOf = (whose: '我' | '孩子'): readonly KinWords[] =>
  whose === '我'
    ? kinChoices
    : kinChoices
        .filter(({ value }) => ofChild.includes(value))
        .map(kin => ({ ...kin, label: kin.label.replace('我的', '孩子的') }));

/** Who donated, said to the patient or about the patient. */
export function sayDonor(relation: Relation, whose: Whose = '我'): string {
  if (relation === 'self') return `${whose}本人`;
  const label = kinChoices.find(({ value }) => value === relation)?.label ?? '';
  return whose === '我' ? label : label.replace('我的', `${whose}的`);
}

const patientWords: Readonly<Record<Relation, string>> = {
  self: '您本人',
  spouse: '您的配偶',
  parent: '您的父亲或母亲',
  child: '您的子女',
  sibling: '您的兄弟姐妹',
  grandparent: '您的祖父母或外祖父母',
  spouse_parent: '您配偶的父亲或母亲',
  grandchild: '您的孙子女或外孙子女',
  other: '您的其他亲友',
};

/** What the patient is to the donor, said to the donor. */
export const sayPatient = (relation: Relation): string => patientWords[relation];
