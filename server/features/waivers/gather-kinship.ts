import { type Kinship, type KinshipFact, type KinshipVerdict, householdFacts, judgeKinship } from '@rules/kinship';
import { type Receipt, SourceUnavailable } from '@server/adapters/data-sharing/port';
import type { CivilAffairs } from '@server/adapters/civil-affairs/port';
import type { PublicSecurity } from '@server/adapters/public-security/port';
import type { Party } from './parties';
import type { EvidenceResult } from './waiver-evidence.entity';

export interface KinshipSources {
  publicSecurity: PublicSecurity;
  civilAffairs: CivilAffairs;
}

/** What one register contributed. */
export interface SourceAnswer {
  source: string;
  result: EvidenceResult;
  sha256: string | null;
}

interface Found {
  facts: KinshipFact[];
  /** The newest marriage registration of the donor speaks against a marriage with the patient. */
  contradictsMarriage?: boolean;
  receipt: Receipt;
}

interface Question {
  donor: Party;
  patient: Party;
  claimed: Kinship;
}

type LookUp = { source: string; ask: () => Promise<Found> };

/**
 * Asks the registers that can prove the claimed relation, one after the other, and stops at the proof: what is not
 * needed is not looked up. Runs outside any transaction.
 */
export async function gatherKinship(
  sources: KinshipSources,
  question: Question,
): Promise<{ verdict: KinshipVerdict; answers: SourceAnswer[] }> {
  const facts: KinshipFact[] = [];
  const answers: SourceAnswer[] = [];
  let isDivorced = false;
  let isSourceMissing = false;
  let verdict: KinshipVerdict = 'not_found';
  for (const lookUp of planLookUps(sources, question)) {
    try {
      const found = await lookUp.ask();
      facts.push(...found.facts);
      isDivorced ||= found.contradictsMarriage === true;
      answers.push({
        source: lookUp.source,
        result: judge(question, found.facts, found.contradictsMarriage === true, false),
        sha256: found.receipt.sha256,
      });
    } catch (error) {
      if (!(error instanceof SourceUnavailable)) throw error;
      isSourceMissing = true;
      answers.push({ source: lookUp.source, result: 'unavailable', sha256: null });
    }
    verdict = judge(question, facts, isDivorced, isSourceMissing);
    if (verdict === 'proved' || verdict === 'conflict') break;
  }
  return { verdict, answers };
}

function judge(
  question: Question,
  facts: KinshipFact[],
  isDivorced: boolean,
  isSourceMissing: boolean,
): KinshipVerdict {
  const { claimed } = question;
  const [donor, patient] = [keyOf(question.donor), keyOf(question.patient)];
  const verdict = judgeKinship({ claimed, donor, patient, facts, isDivorced, isSourceMissing });
  const needsMarriage = claimed === 'spouse' || claimed === 'spouse_parent';
  if (verdict !== 'proved' || !needsMarriage) return verdict;
  if (isDivorced) return 'conflict';
  // The marriage register is asked first; a household book alone cannot show that no divorce followed.
  return isSourceMissing ? 'unavailable' : 'proved';
}

const keyOf = (party: { docNumber: string }): string => party.docNumber.toUpperCase();

function planLookUps(sources: KinshipSources, { donor, patient, claimed }: Question): LookUp[] {
  const marriage = marriageOf(sources, donor, patient, claimed);
  const households = [householdOf(sources, donor), householdOf(sources, patient)];
  switch (claimed) {
    case 'spouse':
      return [...marriage, ...households];
    case 'spouse_parent':
      return [...marriage, ...households, ...birthsOf(sources, patient, donor)];
    case 'child':
      return [...households, ...birthsOf(sources, donor, patient)];
    case 'parent':
    case 'grandparent':
      return [...households, ...birthsOf(sources, patient, donor)];
    default:
      return households;
  }
}

function householdOf({ publicSecurity }: KinshipSources, person: Party): LookUp {
  return {
    source: '公安居民户成员信息',
    async ask() {
      const { members, receipt } = await publicSecurity.household(person);
      return { facts: householdFacts(members.map(m => ({ person: keyOf(m), toHead: m.toHead }))), receipt };
    },
  };
}

function marriageOf({ civilAffairs }: KinshipSources, donor: Party, patient: Party, claimed: Kinship): LookUp[] {
  const { sex, birthDate } = donor;
  if (sex === undefined || birthDate === undefined) return [];
  const ask = async (): Promise<Found> => {
    const { status, receipt } = await civilAffairs.maritalStatus({ ...donor, sex, birthDate });
    const facts: KinshipFact[] =
      status.state === 'married' ? [{ a: keyOf(donor), b: keyOf(status.with), is: 'spouse' }] : [];
    const isWithOther = claimed === 'spouse' && status.state === 'married' && keyOf(status.with) !== keyOf(patient);
    return { facts, contradictsMarriage: status.state === 'divorced' || isWithOther, receipt };
  };
  return [{ source: '民政婚姻登记', ask }];
}

/** Births are found by the mother; of a child without a number, name and birth date tell who it is. */
function birthsOf({ civilAffairs }: KinshipSources, mother: Party, child: Party): LookUp[] {
  if (mother.sex !== 'female') return [];
  const ask = async (): Promise<Found> => {
    const asked = { motherName: mother.name, motherDocNumber: mother.docNumber };
    const { births, receipt } = await civilAffairs.births(asked);
    const facts = births.flatMap((birth): KinshipFact[] => {
      const isThisChild = birth.child.name === child.name && birth.child.birthDate === child.birthDate;
      const key = birth.child.docNumber ?? (isThisChild ? keyOf(child) : undefined);
      if (key === undefined) return [];
      const parents = [birth.mother, ...(birth.father ? [birth.father] : [])];
      return parents.map(parent => ({ a: key.toUpperCase(), b: keyOf(parent), is: 'parent' }));
    });
    return { facts, receipt };
  };
  return [{ source: '卫健委出生医学证明', ask }];
}
