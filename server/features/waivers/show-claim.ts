import type { Output } from '@contract/endpoint';
import type { getClaim } from '@contract/waivers';
import { toChinaDate } from '@rules/calendar';
import { maskName } from '@rules/identifiers';
import { getPerson, openName } from '@server/features/identity';
import { getOrganization } from '@server/features/organizations';
import type { Tx } from '@server/platform/tx';
import { openParty } from './parties';
import type { ClaimState, WaiverClaim } from './waiver-claim.entity';
import { WaiverEvidence } from './waiver-evidence.entity';
import { WaiverStep } from './waiver-step.entity';
import { addWorkingDays } from './working-days';

/** Parameter 26 of the open points: decision in 3 working days, money in 10. */
const DECISION_DAYS = 3;
const PAYMENT_DAYS = 10;

const NEXT: Readonly<Record<ClaimState, string>> = {
  checking: '正在核对亲属关系和票据，有结果会通知您。',
  needs_person: '工作人员正在核对，您不用再提交材料；如需补充会与您联系。',
  approved: '已同意减免，款项将退回交款人的账户。',
  refused: '这次申请不能减免，原因见下；如有疑问请联系献血服务窗口。',
  paying: '款项正在退回交款人的账户。',
  paid: '减免已经完成。',
  withdrawn: '这次减免已经撤回。',
};

function expectedBy(claim: WaiverClaim): string | null {
  if (claim.state === 'checking' || claim.state === 'needs_person') {
    return addWorkingDays(toChinaDate(claim.createdAt), DECISION_DAYS);
  }
  const isOwed = claim.state === 'approved' || claim.state === 'paying';
  return isOwed ? addWorkingDays(toChinaDate(claim.updatedAt), PAYMENT_DAYS) : null;
}

/** As patient and reviewer see it: names masked, nothing about the donor's record. */
export async function showClaim(tx: Tx, claim: WaiverClaim): Promise<Output<typeof getClaim>> {
  const donorName = openName(tx, await getPerson(tx, claim.donorId));
  const hospital = await getOrganization(tx, claim.hospitalId);
  const order = { at: 'ASC', id: 'ASC' } as const;
  const evidence = await tx.em.find(WaiverEvidence, { where: { claimId: claim.id }, order });
  const steps = await tx.em.find(WaiverStep, { where: { claimId: claim.id }, order });
  return {
    id: claim.id,
    number: claim.number,
    state: claim.state,
    relation: claim.relation,
    donorMaskedName: maskName(donorName),
    patientMaskedName: maskName(openParty(tx.app, claim.patientSealed).name),
    hospitalName: hospital.name,
    admittedOn: claim.admittedOn,
    dischargedOn: claim.dischargedOn,
    bloodFeeFen: claim.bloodFeeFen,
    waivedFen: claim.waivedFen,
    clause: claim.clause,
    next: claim.state === 'refused' && claim.reason ? claim.reason : NEXT[claim.state],
    expectedBy: expectedBy(claim),
    evidence: evidence.map(({ kind, source, result, text, at }) => ({ kind, source, result, text, at })),
    timeline: steps.map(({ at, text }) => ({ at, text })),
    via: claim.via,
  };
}
