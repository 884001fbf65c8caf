import type { ReasonId } from './waiver-decision';
import type { WaiverRelation } from './waiver';

/**
 * What a reviewer saw that settles a doubt of the registers, with the clause on which that rests. A doubt without such a
 * basis cannot be approved away: nothing here adds a millilitre or a fen to what the rules give.
 */
export const REVIEW_BASES = {
  donor_agreed: {
    words: '已联系到献血者本人，献血者同意使用额度',
    clause: '个保法第13条、第29条',
    settles: ['consent_no_answer'],
  },
  kinship_document: {
    words: '核对了户口簿、结婚证或者出生医学证明的原件',
    clause: 'W-3、W-4',
    settles: [
      ...(['kinship_not_found', 'kinship_conflict', 'kinship_unavailable', 'letter_not_enough'] as const),
      ...(['guardian_not_proved', 'guardian_conflict', 'guardian_unavailable'] as const),
    ],
  },
  support_document: {
    words: '核对了形成扶养关系的证明',
    clause: '民法典第1072条、W-3',
    settles: ['kinship_step'],
  },
  letter_and_inquiry: {
    words: '有承诺书，并向村（居）委会或者派出所核实',
    clause: 'WE-LETTER',
    settles: ['kinship_not_found', 'kinship_unavailable', 'letter_not_enough'],
  },
  identity_document: {
    words: '核对了身份证件或者曾用名证明',
    clause: '献血法第9条、身份登记',
    settles: [
      'donor_name_differs',
      'patient_name_differs',
      'identity_unavailable',
      'bill_other_patient',
      'payer_differs',
    ],
  },
  heir_document: {
    words: '核对了死亡证明和由谁领取的证明',
    clause: '民法典第1127条',
    settles: ['donor_deceased', 'patient_deceased'],
  },
  bill_original: {
    words: '核对了票据原件和费用清单',
    clause: 'WE-PAPER',
    settles: [
      ...(['bill_on_paper', 'bill_partly_refunded', 'bill_does_not_add_up', 'bill_other_patient'] as const),
      ...(['bill_other_stay', 'bill_unavailable', 'bill_not_found', 'bill_reversed', 'payer_differs'] as const),
      'bill_other_province',
    ],
  },
  bill_reissued: {
    words: '核对了原票据和重新开具的票据，已减免的部分不再减免',
    clause: '票据唯一',
    settles: ['bill_reissued'],
  },
  line_checked: {
    words: '逐行核对了费用清单，只算用血费用',
    clause: 'W-1 至 W-7（用血费用）',
    settles: ['line_unclear', 'no_blood_line'],
  },
  place_of_donation: {
    words: '按献血地的减免办法核对了额度',
    clause: 'W-ELSEWHERE',
    settles: ['other_province'],
  },
  whole_file: {
    words: '逐项核对了全部材料',
    clause: 'SV-DECIDE',
    settles: ['check_failed', 'appealed'],
  },
} as const satisfies Readonly<Record<string, { words: string; clause: string; settles: readonly ReasonId[] }>>;

export type ReviewBasis = keyof typeof REVIEW_BASES;
export const reviewBases = Object.keys(REVIEW_BASES) as [ReviewBasis, ...ReviewBasis[]];

export const basesFor = (reason: ReasonId): ReviewBasis[] =>
  reviewBases.filter(basis => (REVIEW_BASES[basis].settles as readonly ReasonId[]).includes(reason));

/** On what a reviewer refuses: the clause, and what it means in words. */
export const REFUSAL_GROUNDS = {
  kinship: { words: '材料不能证明与献血者的亲属关系', clause: 'W-3、W-4' },
  consent: { words: '献血者没有同意使用额度', clause: '个保法第29条' },
  identity: { words: '姓名、证件与登记不一致，没有能说明的材料', clause: '身份登记' },
  bill: { words: '没有可以减免的有效票据', clause: 'WE-PAPER' },
  bill_used: { words: '这张票据已经减免过', clause: '票据唯一' },
  not_blood: { words: '票据上的项目不是用血费用', clause: 'W-1 至 W-7（用血费用）' },
  not_entitled: { words: '按减免办法没有可用的额度', clause: 'W-2、W-3' },
  elsewhere: { words: '按献血地的减免办法不能减免', clause: 'W-ELSEWHERE' },
  no_answer: { words: '没有在期限内补充材料', clause: 'SV-MORE' },
} as const;

export type RefusalGround = keyof typeof REFUSAL_GROUNDS;
export const refusalGrounds = Object.keys(REFUSAL_GROUNDS) as [RefusalGround, ...RefusalGround[]];

export interface Finding {
  reason: ReasonId;
  basis: ReviewBasis;
}

/**
 * Doubts that a reviewer must settle one by one. Where the donor never answered, nobody has asked a register about the kinship:
 * the donor's word alone does not prove it.
 */
export function reasonsToSettle(
  reasons: readonly ReasonId[],
  { relation, kinship }: { relation: WaiverRelation; kinship: string | null },
): ReasonId[] {
  const isUnasked = relation !== 'self' && reasons.includes('consent_no_answer') && kinship !== 'proved';
  return [...new Set<ReasonId>([...reasons, ...(isUnasked ? (['kinship_not_found'] as const) : [])])];
}

export interface ApprovalFacts {
  relation: WaiverRelation;
  kinship: string | null;
  reasons: readonly ReasonId[];
  findings: readonly Finding[];
  /** What the donor last said about this claim; null when nobody had to be asked. */
  consent: 'asked' | 'agreed' | 'declined' | 'expired' | null;
  bloodFeeFen: number;
  /** Of it not waived yet, on bills that this claim holds. */
  openFen: number;
  isHeldTwice: boolean;
  /** What the rules of Zhejiang give. */
  entitlement: { entitled: boolean; quotaFen: number | null; reasonCode: string };
  /** Given by the reviewer for blood donated in another province. */
  elsewhere: { quotaFen: number; usedFen: number } | null;
}

export type Approval =
  { may: true; waivedFen: number; isElsewhere: boolean } | { may: false; because: ApprovalBar; reasons?: ReasonId[] };

export type ApprovalBar =
  | 'REASON_OPEN'
  | 'DONOR_DECLINED'
  | 'RELATION_NOT_LISTED'
  | 'BILL_MISSING'
  | 'BILL_USED'
  | 'ELSEWHERE_NEEDED'
  | 'ELSEWHERE_NOT_ASKED'
  | 'NOT_ENTITLED'
  | 'BALANCE_SPENT';

/** Reasons that no document and no reviewer settles. */
const FORBIDDEN: readonly ReasonId[] = ['relation_not_listed', 'not_entitled', 'already_waived', 'consent_declined'];

/** Whether a reviewer may approve and how much that waives: the reviewer stands in for registers, never for the rule. */
export function judgeApproval(facts: ApprovalFacts): Approval {
  const { reasons, findings, entitlement, elsewhere, openFen } = facts;
  if (entitlement.reasonCode === 'RELATION_NOT_LISTED') return { may: false, because: 'RELATION_NOT_LISTED' };
  // Until the other patient's claim is taken back.
  if (reasons.includes('bill_held_by_other')) return { may: false, because: 'BILL_USED' };
  // A word on the telephone does not outweigh the donor's own answer in writing.
  if (facts.consent === 'declined') return { may: false, because: 'DONOR_DECLINED' };
  const isElsewhere = reasons.includes('other_province') || entitlement.reasonCode === 'PERSON_MUST_LOOK';
  const open = reasonsToSettle([...reasons, ...(isElsewhere ? (['other_province'] as const) : [])], facts)
    // The rules are asked again below: what forbade it then may have been settled since by a bill or a donation.
    .filter(reason => !FORBIDDEN.includes(reason))
    .filter(reason => !findings.some(one => one.reason === reason && basesFor(reason).includes(one.basis)));
  if (open.length > 0) return { may: false, because: 'REASON_OPEN', reasons: open };
  if (facts.bloodFeeFen <= 0) return { may: false, because: 'BILL_MISSING' };
  if (facts.isHeldTwice || openFen <= 0) return { may: false, because: 'BILL_USED' };
  if (!isElsewhere && elsewhere) return { may: false, because: 'ELSEWHERE_NOT_ASKED' };
  if (isElsewhere) {
    if (!elsewhere) return { may: false, because: 'ELSEWHERE_NEEDED' };
    const waivedFen = Math.min(openFen, elsewhere.quotaFen - elsewhere.usedFen);
    return waivedFen > 0 ? { may: true, waivedFen, isElsewhere } : { may: false, because: 'BALANCE_SPENT' };
  }
  if (!entitlement.entitled)
    return { may: false, because: entitlement.reasonCode === 'USED_UP' ? 'BALANCE_SPENT' : 'NOT_ENTITLED' };
  const waivedFen = Math.min(openFen, entitlement.quotaFen ?? openFen);
  return waivedFen > 0 ? { may: true, waivedFen, isElsewhere } : { may: false, because: 'BALANCE_SPENT' };
}

/** An amount that a person has set, not the rules, is always seen by two; an amount by the rules above the limit. */
export const needsSecond = (approval: { waivedFen: number; isElsewhere: boolean }, limitFen: number): boolean =>
  approval.isElsewhere || approval.waivedFen > limitFen;
