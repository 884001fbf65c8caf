import type { CalendarDate } from './calendar';
import { getEdition } from './edition';
import type { KinshipVerdict } from './kinship';
import type { NameMatch } from './names';
import type { WaiverEntitlement, WaiverRelation } from './waiver';

/** Why a person must look, or why the answer is no. Each has one sentence for the claimant, without a health fact. */
export const REASON_WORDS = {
  relation_not_listed: '减免办法规定的亲属范围不包括这种关系。',
  consent_declined: '献血者没有同意查询，这次申请不能继续。',
  not_entitled: '按减免办法，这次没有可用的额度。',
  already_waived: '这张票据上的用血费用已经减免过，不能重复减免。',
  consent_no_answer: '献血者还没有答复，由工作人员联系。',
  donor_deceased: '登记显示献血者已经去世，由工作人员核对。',
  donor_name_differs: '献血记录上的姓名与人口登记不一致。',
  patient_deceased: '登记显示患者已经去世，由工作人员核对由谁领取。',
  patient_name_differs: '患者的姓名与人口登记不一致。',
  identity_unavailable: '人口登记系统多次没有回应。',
  guardian_not_proved: '登记信息暂时不能证明申请人是孩子的父母。',
  guardian_conflict: '登记信息与所填的监护关系不一致。',
  guardian_unavailable: '登记系统多次没有回应，监护关系没有核对。',
  kinship_not_found: '登记信息暂时不能证明所填的亲属关系。',
  kinship_conflict: '登记信息与所填的亲属关系不一致。',
  kinship_unavailable: '亲属关系登记系统多次没有回应。',
  kinship_step: '登记显示可能是继父母或者继子女，需要核对是否形成扶养关系。',
  letter_not_enough: '这种关系签了承诺书以后，还要由工作人员核对。',
  bill_unavailable: '票据系统多次没有回应。',
  bill_not_found: '没有查到这次住院的有效票据。',
  bill_reversed: '查到的票据已经冲红，没有查到重新开具的票据。',
  bill_on_paper: '票据已换开纸质票据，需要核对原件。',
  bill_partly_refunded: '票据有部分退费，明细里看不出退的是哪些项目。',
  bill_does_not_add_up: '票据明细的合计与票面金额不一致。',
  bill_other_patient: '票据上的患者与所填的患者不一致。',
  bill_other_stay: '票据与所填的医院或者住院日期不一致。',
  bill_held_by_other: '这张票据在另一位患者的申请里用过。',
  bill_reissued: '这张票据与一张已经减免过的票据明细相同，可能是重新开具的。',
  payer_differs: '票据的交款人不是患者本人。',
  line_unclear: '票据上有项目不能确定是否属于用血费用。',
  no_blood_line: '票据上没有认出用血费用。',
  other_province: '献血地不在浙江，按献血地的规则减免，需要工作人员核对。',
  bill_other_province: '在外省住院，票据不在本省的登记里，由工作人员对照上传的材料核对。',
  check_failed: '系统核对没有完成。',
  appealed: '申请人对原来的决定提出了申诉，由另一位审核员复核。',
} as const;

export type ReasonId = keyof typeof REASON_WORDS;

export interface BillFacts {
  status: 'normal' | 'reversed' | 'exchanged_paper' | 'partly_refunded';
  /** Blood fees on the bill, refunds taken off. */
  feeFen: number;
  /** Of them already waived, by whoever. */
  waivedFen: number;
  /** Waived on another bill with the same blood lines of the same stay. */
  waivedOnTwinFen: number;
  /** A line may be blood or may be not. */
  isUnclear: boolean;
  /** Lines less refunds are the total of the bill. */
  addsUp: boolean;
  /** The refund stands in negative lines, so that it is known what was refunded. */
  isRefundExplained: boolean;
  /** Name and document of the patient on the bill. */
  patientName: NameMatch;
  isPatientsDocument: boolean;
  payer: NameMatch;
  isOfThisStay: boolean;
  isHeldByOther: boolean;
}

export type IdentityFact = 'not_needed' | 'matched' | 'not_found' | 'mismatched' | 'deceased' | 'unavailable';

export interface KinshipFinding {
  verdict: KinshipVerdict | 'not_needed';
  /** All that speaks for the relation may be a step relation. */
  isStep: boolean;
}

export interface WaiverFacts {
  relation: WaiverRelation;
  consent: 'not_needed' | 'agreed' | 'declined' | 'no_answer';
  donorIdentity: IdentityFact;
  patientIdentity: IdentityFact;
  guardian: KinshipVerdict | 'not_needed';
  kinship: KinshipFinding;
  letterSigned: boolean;
  bills: readonly BillFacts[] | 'unavailable';
  entitlement: Pick<WaiverEntitlement, 'entitled' | 'quotaFen' | 'reasonCode'> & { clause: string };
  /** Day of discharge: picks the edition of the rules of evidence. */
  usedOn: CalendarDate;
  /** Across provinces, what happened elsewhere: a person looks at the papers, whatever the registers here say. */
  crossing?: 'donated' | 'treated' | null;
}

export type WaiverDecision =
  | { answer: 'yes'; clause: string; feeFen: number; waivedFen: number }
  | { answer: 'no'; clause: string; reason: ReasonId }
  | { answer: 'person'; reasons: ReasonId[] };

const LISTED: readonly WaiverRelation[] = [
  ...(['self', 'spouse', 'parent', 'child', 'sibling', 'grandparent', 'spouse_parent'] as const),
];
export const isListedRelation = (relation: WaiverRelation): boolean => LISTED.includes(relation);

export const isLetterSufficient = (relation: WaiverRelation, usedOn: CalendarDate): boolean =>
  getEdition('waiver-evidence', usedOn).rules.letterAlone.value.includes(relation);

function identityReasons({ donorIdentity, patientIdentity }: WaiverFacts): ReasonId[] {
  const found: ReasonId[] = [];
  if (donorIdentity === 'deceased') found.push('donor_deceased');
  if (donorIdentity === 'mismatched') found.push('donor_name_differs');
  if (patientIdentity === 'deceased') found.push('patient_deceased');
  if (patientIdentity === 'mismatched') found.push('patient_name_differs');
  if ([donorIdentity, patientIdentity].includes('unavailable')) found.push('identity_unavailable');
  return found;
}

const OF_GUARDIAN: Readonly<Record<WaiverFacts['guardian'], readonly ReasonId[]>> = {
  not_needed: [],
  proved: [],
  not_found: ['guardian_not_proved'],
  conflict: ['guardian_conflict'],
  unavailable: ['guardian_unavailable'],
};

function kinshipReasons({ relation, consent, kinship, letterSigned, usedOn }: WaiverFacts): ReasonId[] {
  const { verdict, isStep } = kinship;
  // Without the donor's word nobody has asked a register.
  if (relation === 'self' || verdict === 'proved' || consent === 'no_answer') return [];
  // A register that says something else is never talked away by a letter.
  if (verdict === 'conflict') return ['kinship_conflict'];
  if (isStep && getEdition('waiver-evidence', usedOn).rules.stepNeedsPerson.value) return ['kinship_step'];
  if (letterSigned && isLetterSufficient(relation, usedOn)) return [];
  const missing = verdict === 'unavailable' ? 'kinship_unavailable' : 'kinship_not_found';
  return letterSigned ? [missing, 'letter_not_enough'] : [missing];
}

function reasonsOfBill(bill: BillFacts): ReasonId[] {
  const isPatients = bill.isPatientsDocument && bill.patientName !== 'different' && bill.patientName !== 'unreadable';
  const checks: [boolean, ReasonId][] = [
    [bill.status === 'exchanged_paper', 'bill_on_paper'],
    [bill.status === 'partly_refunded' && !bill.isRefundExplained, 'bill_partly_refunded'],
    [!bill.addsUp, 'bill_does_not_add_up'],
    [!isPatients, 'bill_other_patient'],
    [!bill.isOfThisStay, 'bill_other_stay'],
    [bill.isHeldByOther, 'bill_held_by_other'],
    [bill.waivedOnTwinFen > 0, 'bill_reissued'],
    // The bill names the payer without a document: another form of the characters may be another person.
    [
      bill.payer !== 'same' && !(bill.payer === 'variant' && isPatients && bill.patientName === 'variant'),
      'payer_differs',
    ],
    [bill.isUnclear, 'line_unclear'],
  ];
  return checks.filter(([isSo]) => isSo).map(([, id]) => id);
}

export function billReasons(bills: WaiverFacts['bills']): ReasonId[] {
  if (bills === 'unavailable') return ['bill_unavailable'];
  const alive = bills.filter(({ status }) => status !== 'reversed');
  if (alive.length === 0) return [bills.length === 0 ? 'bill_not_found' : 'bill_reversed'];
  const found = new Set(alive.flatMap(reasonsOfBill));
  if (found.size === 0 && alive.every(({ feeFen }) => feeFen <= 0)) found.add('no_blood_line');
  return [...found];
}

/** Blood fees of the bills that count, and what nobody has waived of them yet. */
export function openFee(bills: WaiverFacts['bills']): { feeFen: number; openFen: number } {
  const alive = bills === 'unavailable' ? [] : bills.filter(({ status }) => status !== 'reversed');
  const open = (bill: BillFacts): number => Math.max(0, bill.feeFen - bill.waivedFen - bill.waivedOnTwinFen);
  return {
    feeFen: alive.reduce((sum, { feeFen }) => sum + Math.max(0, feeFen), 0),
    openFen: alive.reduce((sum, bill) => sum + open(bill), 0),
  };
}

/**
 * Yes, no with the clause, or a person must look. A no that would tell about the donor's record is given only to
 * somebody whose kinship stands; whatever is in doubt is for a person, however much else speaks for a yes.
 */
export function decideWaiver(facts: WaiverFacts): WaiverDecision {
  const { relation, consent, entitlement, bills } = facts;
  if (!isListedRelation(relation)) return { answer: 'no', clause: 'W-3、W-4', reason: 'relation_not_listed' };
  if (consent === 'declined') return { answer: 'no', clause: '个保法第29条', reason: 'consent_declined' };
  const ofPeople: ReasonId[] = [
    ...(consent === 'no_answer' ? (['consent_no_answer'] as const) : []),
    ...identityReasons(facts),
    ...OF_GUARDIAN[facts.guardian],
    ...kinshipReasons(facts),
  ];
  // The record here says nothing of what was given elsewhere.
  const isOfOtherProvince = facts.crossing === 'donated' || entitlement.reasonCode === 'PERSON_MUST_LOOK';
  if (ofPeople.length === 0 && !entitlement.entitled && !isOfOtherProvince) {
    return { answer: 'no', clause: entitlement.clause, reason: 'not_entitled' };
  }
  // Of a bill of another province no register here could tell anything.
  const ofBills: ReasonId[] = facts.crossing === 'treated' ? ['bill_other_province'] : billReasons(bills);
  const { feeFen, openFen } = openFee(bills);
  const areTwinsAlone = ofBills.every(id => id === 'bill_reissued');
  if (ofPeople.length === 0 && areTwinsAlone && feeFen > 0 && openFen === 0) {
    return { answer: 'no', clause: '票据唯一', reason: 'already_waived' };
  }
  const reasons = [...ofPeople, ...(isOfOtherProvince ? (['other_province'] as const) : []), ...ofBills];
  if (reasons.length > 0) return { answer: 'person', reasons };
  const waivedFen = Math.min(openFen, entitlement.quotaFen ?? openFen);
  return { answer: 'yes', clause: entitlement.clause, feeFen, waivedFen };
}

/** Nothing but the kinship is missing, and a letter would be heard. */
export function asksForLetter(facts: WaiverFacts): boolean {
  if (facts.letterSigned || facts.relation === 'self') return false;
  const decision = decideWaiver(facts);
  const mendable: readonly ReasonId[] = ['kinship_not_found', 'kinship_unavailable'];
  return decision.answer === 'person' && decision.reasons.every(id => mendable.includes(id));
}
