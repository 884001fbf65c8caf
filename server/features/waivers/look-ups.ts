import {
  type Kinship,
  type KinshipFact,
  type PersonKey,
  householdFacts,
  kinshipsBetween,
  parentByMarriage,
} from '@rules/kinship';
import { birthDateOfIdCard, normalizeDocumentNumber, sexOfIdCard } from '@rules/identifiers';
import { compareNames } from '@rules/names';
import type { CivilAffairs } from '@server/adapters/civil-affairs/port';
import type { Receipt } from '@server/adapters/data-sharing/port';
import type { PublicSecurity } from '@server/adapters/public-security/port';
import type { Party } from './parties';

export interface KinshipSources {
  publicSecurity: PublicSecurity;
  civilAffairs: CivilAffairs;
}

export interface Question {
  donor: Party;
  patient: Party;
  claimed: Kinship;
}

/** A person whom a register may be asked about: one of the two, or one between them whom a register has named. */
type Asked = Pick<Party, 'name' | 'docNumber' | 'sex' | 'birthDate'>;

export interface LookUp {
  source: string;
  /** The same question is asked once. */
  id: string;
  ask: () => Promise<Receipt>;
}

/** One spelling: registers still hold some numbers of fifteen digits. */
export const keyOf = (party: { docNumber: string }): PersonKey => normalizeDocumentNumber('id_card', party.docNumber);

/** What the registers have said so far about one question, and what is worth asking next. */
export class Inquiry {
  readonly facts: KinshipFact[] = [];
  /** The newest marriage registration of the donor speaks against the claimed relation. */
  isDivorced = false;
  /** A register knows the document of one of the two under another name. */
  isNameOther = false;
  private readonly people = new Map<PersonKey, Asked>();
  private readonly marriages: { one: PersonKey; other: PersonKey; on: string }[] = [];

  constructor(
    private readonly sources: KinshipSources,
    readonly question: Question,
  ) {
    for (const party of [question.donor, question.patient]) this.people.set(keyOf(party), party);
  }

  /** In the order in which they are to be asked. Grows as the registers name the people in between. */
  lookUps(): LookUp[] {
    const { donor, patient, claimed } = this.question;
    const own = [this.household(donor), this.household(patient)];
    const [parents, spouses] = [this.named(donor, 'parent'), this.named(donor, 'spouse')];
    switch (claimed) {
      case 'spouse':
        return [...this.marriage(donor), ...own];
      case 'spouse_parent':
        return [
          ...this.marriage(donor),
          ...own,
          ...spouses.flatMap(spouse => [...this.births(patient), this.household(spouse)]),
        ];
      case 'child':
        return [...own, ...this.ofParentAndChild(donor, patient)];
      case 'parent':
        return [...own, ...this.ofParentAndChild(patient, donor)];
      case 'grandparent':
        return [
          ...own,
          ...this.births(patient),
          ...parents.flatMap(parent => [this.household(parent), ...this.ofParentAndChild(parent, donor)]),
        ];
      case 'sibling':
        return [
          ...own,
          ...[...parents, ...this.named(patient, 'parent')].flatMap(parent => [
            ...this.births(parent),
            this.household(parent),
          ]),
        ];
      default:
        return own;
    }
  }

  /** Births are found by the mother: the parent, or the wife whom the marriage register names. */
  private ofParentAndChild(parent: Asked, child: Asked): LookUp[] {
    const wives = parent.sex === 'male' ? this.named(parent, 'spouse').flatMap(wife => this.births(wife)) : [];
    return [...this.births(parent), ...this.marriage(parent), ...wives].filter(() => keyOf(parent) !== keyOf(child));
  }

  private named(person: Asked, as: Kinship): Asked[] {
    return [...this.people.entries()]
      .filter(([key]) => kinshipsBetween(this.facts, keyOf(person), key).get(as) === 'sure')
      .map(([, asked]) => asked);
  }

  private household(person: Asked): LookUp {
    return {
      source: '公安居民户成员信息',
      id: `household ${keyOf(person)}`,
      ask: async () => {
        const { members, receipt } = await this.sources.publicSecurity.household(person);
        for (const member of members) this.meet(member);
        this.facts.push(...householdFacts(members.map(m => ({ person: keyOf(m), toHead: m.toHead }))));
        this.deriveParents();
        return receipt;
      },
    };
  }

  private marriage(person: Asked): LookUp[] {
    const { sex, birthDate } = person;
    if (sex === undefined || birthDate === undefined) return [];
    const ask = async (): Promise<Receipt> => {
      const { status, receipt } = await this.sources.civilAffairs.maritalStatus({ ...person, sex, birthDate });
      if (status.state === 'married') {
        this.meet(status.with);
        const [one, other] = [keyOf(person), keyOf(status.with)];
        this.facts.push({ a: one, b: other, is: 'spouse' });
        this.marriages.push({ one, other, on: status.registeredOn });
        this.deriveParents();
      }
      const { donor, patient, claimed } = this.question;
      const isAboutDonor = keyOf(person) === keyOf(donor) && (claimed === 'spouse' || claimed === 'spouse_parent');
      const isWithOther = status.state === 'married' && keyOf(status.with) !== keyOf(patient);
      this.isDivorced ||= isAboutDonor && (status.state === 'divorced' || (claimed === 'spouse' && isWithOther));
      return receipt;
    };
    return [{ source: '民政婚姻登记', id: `marriage ${keyOf(person)}`, ask }];
  }

  private births(mother: Asked): LookUp[] {
    if (mother.sex !== 'female') return [];
    const ask = async (): Promise<Receipt> => {
      const asked = { motherName: mother.name, motherDocNumber: mother.docNumber };
      const { births, receipt } = await this.sources.civilAffairs.births(asked);
      for (const { child, mother: registered, father } of births) {
        const parents = [registered, ...(father ? [father] : [])];
        const { docNumber } = child;
        if (docNumber !== undefined) this.meet({ name: child.name, docNumber });
        for (const parent of parents) this.meet(parent);
        for (const parent of parents)
          for (const { key, doubt } of this.childOf(child))
            this.facts.push({ a: key, b: keyOf(parent), is: 'parent', ...(doubt && { doubt }) });
      }
      return receipt;
    };
    return [{ source: '卫健委出生医学证明', id: `births ${keyOf(mother)}`, ask }];
  }

  /**
   * Of a child without a number the certificate tells name and birth date: many may have both, so it supports a letter and
   * proves nothing alone.
   */
  private childOf(child: {
    name: string;
    birthDate: string;
    docNumber?: string;
  }): { key: PersonKey; doubt?: 'unclear' }[] {
    const { docNumber } = child;
    if (docNumber !== undefined) return [{ key: keyOf({ docNumber }) }];
    return [this.question.donor, this.question.patient]
      .filter(party => party.birthDate === child.birthDate && compareNames(party.name, child.name) === 'same')
      .map(party => ({ key: keyOf(party), doubt: 'unclear' }));
  }

  private deriveParents(): void {
    for (const { docNumber, birthDate } of [...this.people.values()])
      for (const marriage of birthDate === undefined ? [] : this.marriages) {
        const child = { person: keyOf({ docNumber }), birthDate: birthDate ?? '' };
        this.facts.push(...parentByMarriage(this.facts, marriage, child));
      }
  }

  /** Whom a register names: somebody new, or one of the two, whose name must then be theirs. */
  private meet({ name, docNumber }: { name: string; docNumber: string }): void {
    const key = keyOf({ docNumber });
    const known = this.people.get(key);
    if (!known) {
      this.people.set(key, { name, docNumber: key, sex: sexOfIdCard(key), birthDate: birthDateOfIdCard(key) });
      return;
    }
    const match = compareNames(known.name, name);
    this.isNameOther ||= match === 'different' || match === 'unreadable';
  }
}
