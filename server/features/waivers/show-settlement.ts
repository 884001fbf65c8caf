import type { Output } from '@contract/endpoint';
import type { settleWaiver } from '@contract/waivers';
import { type WaiverEntitlement, waivableFen } from '@rules/waiver';
import type { Tx } from '@server/platform/tx';
import { findDeskConsent } from './desk-consent';
import { clauseOf, entitlementLines, explain } from './explain-entitlement';
import type { PreparedSettlement } from './prepare-settlement';
import type { WaiverClaim } from './waiver-claim.entity';

type Settlement = Output<typeof settleWaiver>;

export function showPreview(entitlement: WaiverEntitlement, prepared: PreparedSettlement): Settlement {
  const { bloodFeeFen } = prepared;
  return {
    settlementId: null,
    state: 'preview',
    entitled: entitlement.entitled,
    relation: prepared.relation,
    bloodFeeFen,
    waivedFen: waivableFen(entitlement, prepared.openFen),
    clause: clauseOf(entitlement),
    explanation: settlementExplanation(entitlement, prepared),
    lines: entitlementLines(entitlement),
    consent: null,
  };
}

export function settlementExplanation(entitlement: WaiverEntitlement, prepared: PreparedSettlement): string {
  const { bloodFeeFen, hasUnclearLines } = prepared;
  const noFee = bloodFeeFen === 0 ? '账单上没有认出用血费用。' : '';
  const unclear = hasUnclearLines ? '有项目不能确定是否属于用血费用，没有计入；患者可以在线申请。' : '';
  return explain(entitlement) + noFee + unclear;
}

export const showSettlement = async (tx: Tx, claim: WaiverClaim): Promise<Settlement> =>
  showSettled(claim, await findDeskConsent(tx, claim.id));

/** As it was decided: the formula of a settlement does not change with later donations. */
export function showSettled(claim: WaiverClaim, consent: Settlement['consent']): Settlement {
  return {
    settlementId: claim.id,
    state: claim.state === 'withdrawn' ? 'reversed' : 'settled',
    entitled: true,
    relation: claim.relation,
    bloodFeeFen: claim.bloodFeeFen ?? 0,
    waivedFen: claim.waivedFen ?? 0,
    clause: claim.clause ?? '',
    explanation: claim.reason ?? '',
    lines: JSON.parse(claim.lines ?? '[]') as Settlement['lines'],
    consent,
  };
}
