import type { WaiverEntitlement, WaiverRelation } from '@rules/waiver';
import { type IdentityFact, REASON_WORDS, type WaiverFacts, billReasons, openFee } from '@rules/waiver-decision';
import type { NewEvidence } from './claim-progress';
import { yuan } from './explain-entitlement';
import type { SourceAnswer } from './gather-kinship';
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
  kind: 'kinship' | 'guardian' = 'kinship',
): NewEvidence[] {
  const rows = answers.map(answer => ({ ...answer, kind, text: KINSHIP_TEXT[answer.result] }));
  if (verdict === 'not_needed') {
    const text = relation === 'self' ? '献血者本人用血，不需要证明亲属关系。' : '这种关系不在减免范围内，不需要查询。';
    return [{ kind, source: '减免办法', result: 'not_needed', text, sha256: null }];
  }
  // Several registers together can prove what none of them proves alone.
  const isCombined = verdict !== 'unavailable' && answers.length > 1 && answers.every(a => a.result !== verdict);
  return isCombined
    ? [...rows, { kind, source: '多项登记合并', result: verdict, text: KINSHIP_TEXT[verdict], sha256: null }]
    : rows;
}

const IDENTITY: Readonly<Record<Exclude<IdentityFact, 'not_needed'>, [EvidenceResult, string]>> = {
  matched: ['proved', '姓名与证件号码一致。'],
  not_found: ['not_found', '人口登记中没有查到。'],
  mismatched: ['conflict', '姓名与证件号码不一致。'],
  deceased: ['conflict', '登记显示已经去世。'],
  unavailable: ['unavailable', '人口登记系统暂时没有回应。'],
};

export function identityEvidence(
  who: '献血者' | '患者',
  { result, answer }: { result: IdentityFact; answer: { source: string; sha256: string } | undefined },
): NewEvidence[] {
  if (result === 'not_needed') return [];
  const [found, text] = IDENTITY[result];
  const source = answer?.source ?? '公安人口信息';
  return [{ kind: 'identity', source, result: found, text: `${who}：${text}`, sha256: answer?.sha256 ?? null }];
}

export function invoiceEvidence(answer: SourceAnswer | undefined, bills: WaiverFacts['bills']): NewEvidence {
  const source = answer?.source ?? '财政电子票据';
  if (!answer || bills === 'unavailable') {
    return { kind: 'invoice', source, result: 'unavailable', text: '票据系统暂时没有回应。', sha256: null };
  }
  const doubts = billReasons(bills);
  const alive = bills.filter(({ status }) => status !== 'reversed');
  const { feeFen, openFen } = openFee(bills);
  const waived = openFen < feeFen ? `，其中已减免 ${yuan(feeFen - openFen)} 元` : '';
  const found = `查到有效票据 ${alive.length} 张，用血费用 ${yuan(feeFen)} 元${waived}。`;
  return {
    kind: 'invoice',
    source,
    result: doubts.length === 0 ? 'proved' : alive.length === 0 ? 'not_found' : 'conflict',
    text:
      doubts.length === 0
        ? found
        : doubts
            .map(id => REASON_WORDS[id])
            .join('')
            .slice(0, 300),
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
