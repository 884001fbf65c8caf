import type { WaiverEntitlement, WaiverRelation } from '@rules/waiver';
import type { NewEvidence } from './claim-progress';
import { yuan } from './explain-entitlement';
import type { SourceAnswer } from './gather-kinship';
import type { BillsJudged } from './judge-bills';
import type { EvidenceResult } from './waiver-evidence.entity';

const KINSHIP_TEXT: Readonly<Record<EvidenceResult, string>> = {
  proved: '登记信息能证明所填的关系。',
  not_found: '没有查到能证明这种关系的登记。',
  conflict: '登记信息与所填的关系不一致。',
  unavailable: '登记系统暂时没有回应。',
  not_needed: '不需要查询。',
};

export function kinshipEvidence(
  relation: WaiverRelation,
  { verdict, answers }: { verdict: EvidenceResult; answers: readonly SourceAnswer[] },
): NewEvidence[] {
  const rows = answers.map(answer => ({ ...answer, kind: 'kinship' as const, text: KINSHIP_TEXT[answer.result] }));
  if (verdict === 'not_needed') {
    const text = relation === 'self' ? '献血者本人用血，不需要证明亲属关系。' : '这种关系不在减免范围内，不需要查询。';
    return [{ kind: 'kinship', source: '减免办法', result: 'not_needed', text, sha256: null }];
  }
  // Several registers together can prove what none of them proves alone.
  const isCombined = verdict !== 'unavailable' && answers.length > 1 && answers.every(a => a.result !== verdict);
  return isCombined
    ? [...rows, { kind: 'kinship', source: '多项登记合并', result: verdict, text: KINSHIP_TEXT[verdict], sha256: null }]
    : rows;
}

export function invoiceEvidence(answer: SourceAnswer | undefined, judged: BillsJudged | undefined): NewEvidence {
  const source = answer?.source ?? '财政电子票据';
  if (!answer || !judged) {
    return { kind: 'invoice', source, result: 'unavailable', text: '票据系统暂时没有回应。', sha256: null };
  }
  const found = `查到有效票据 ${judged.bills.length} 张，用血费用 ${yuan(judged.bloodFeeFen)} 元。`;
  const isClean = judged.doubts.length === 0;
  return {
    kind: 'invoice',
    source,
    result: isClean ? 'proved' : judged.bills.length === 0 ? 'not_found' : 'conflict',
    text: isClean ? found : judged.doubts.join(''),
    sha256: answer.sha256,
  };
}

/** Says which rule decided, not what the donor's record holds: the patient reads it. */
export function entitlementEvidence(entitlement: WaiverEntitlement): NewEvidence {
  return {
    kind: 'entitlement',
    source: entitlement.edition ?? '减免办法',
    result: entitlement.entitled ? 'proved' : 'not_found',
    text: entitlement.reason,
    sha256: null,
  };
}
