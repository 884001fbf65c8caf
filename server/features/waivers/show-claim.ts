import { In } from 'typeorm';
import type { Output } from '@contract/endpoint';
import type { getClaim } from '@contract/waivers';
import { toChinaDate } from '@rules/calendar';
import { maskName } from '@rules/identifiers';
import { REASON_WORDS } from '@rules/waiver-decision';
import { getPerson, openName } from '@server/features/identity';
import { getOrganization } from '@server/features/organizations';
import type { Tx } from '@server/platform/tx';
import { readReasons } from './claim-progress';
import { openLines } from './hold-bills';
import { stateOn } from './kinship-consent';
import { openParty } from './parties';
import { WaiverBillBalance } from './waiver-bill-balance.entity';
import { WaiverBill, billKey } from './waiver-bill.entity';
import type { ClaimState, WaiverClaim } from './waiver-claim.entity';
import { WaiverConsent } from './waiver-consent.entity';
import { WaiverEvidence } from './waiver-evidence.entity';
import { WaiverStep } from './waiver-step.entity';
import { addWorkingDays } from './working-days';

type Shown = Output<typeof getClaim>;

/** Parameter 26 of the open points: decision in 3 working days, money in 10. */
const DECISION_DAYS = 3;
const PAYMENT_DAYS = 10;

const NEXT: Readonly<Record<ClaimState, string>> = {
  awaiting_consent: '已请献血者确认，献血者同意以后就开始核对；也可以请工作人员帮忙联系。',
  needs_commitment: '登记信息暂时不能证明亲属关系，请签一份承诺书；不方便签的，可以请工作人员核对。',
  checking: '正在核对亲属关系和票据，有结果会通知您。',
  needs_person: '工作人员正在核对，您不用再提交材料；如需补充会与您联系。',
  approved: '已同意减免，填好收款账户以后，款项会转到交款人的银行卡。',
  refused: '这次申请不能减免，原因见下；如有疑问请联系献血服务窗口。',
  paying: '款项已经交给银行，正在转到交款人的银行卡。',
  paid: '减免已经完成。',
  withdrawn: '这次减免已经撤回。',
};

const WAITS_FOR_US: readonly ClaimState[] = ['checking', 'needs_person'];

function expectedBy(claim: WaiverClaim): string | null {
  if (WAITS_FOR_US.includes(claim.state)) {
    return addWorkingDays(toChinaDate(claim.createdAt), DECISION_DAYS);
  }
  const isOwed = claim.state === 'approved' || claim.state === 'paying';
  return isOwed ? addWorkingDays(toChinaDate(claim.updatedAt), PAYMENT_DAYS) : null;
}

/** As patient and reviewer see it: names masked, nothing about the donor's record. */
export async function showClaim(tx: Tx, claim: WaiverClaim): Promise<Shown> {
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
    madeBy: await madeBy(tx, claim),
    hospitalName: hospital.name,
    admittedOn: claim.admittedOn,
    dischargedOn: claim.dischargedOn,
    bloodFeeFen: claim.bloodFeeFen,
    waivedFen: claim.waivedFen,
    clause: claim.clause,
    next: claim.state === 'refused' && claim.reason ? claim.reason : NEXT[claim.state],
    expectedBy: expectedBy(claim),
    reasons: readReasons(claim).map(id => ({ id, text: REASON_WORDS[id] })),
    donorConsent: await showConsent(tx, claim.id),
    bills: await showBills(tx, claim.id),
    evidence: evidence.map(({ kind, source, result, text, at }) => ({ kind, source, result, text, at })),
    timeline: steps.map(({ at, text }) => ({ at, text })),
    via: claim.via,
  };
}

async function madeBy(tx: Tx, { via, claimantId, patientIndex }: WaiverClaim): Promise<Shown['madeBy']> {
  if (via === 'hospital') return 'hospital';
  if (claimantId === null) return 'patient';
  return (await getPerson(tx, claimantId)).docIndex === patientIndex ? 'patient' : 'guardian';
}

async function showConsent(tx: Tx, claimId: string): Promise<Shown['donorConsent']> {
  const asked = await tx.em.findOneBy(WaiverConsent, { claimId });
  return asked && { state: stateOn(asked, tx.now), validUntil: asked.validUntil };
}

async function showBills(tx: Tx, claimId: string): Promise<Shown['bills']> {
  const bills = await tx.em.find(WaiverBill, { where: { claimId }, order: { billCode: 'ASC', billNumber: 'ASC' } });
  const keys = bills.map(({ billCode, billNumber }) => billKey(billCode, billNumber));
  const balances = keys.length === 0 ? [] : await tx.em.findBy(WaiverBillBalance, { billKey: In(keys) });
  const waivedOf = new Map(balances.map(balance => [balance.billKey, balance.waivedFen]));
  return bills.map(bill => ({
    code: bill.billCode,
    number: bill.billNumber,
    issuedOn: bill.issuedOn,
    status: bill.status ?? 'normal',
    bloodFeeFen: bill.bloodFeeFen,
    waivedFen: waivedOf.get(billKey(bill.billCode, bill.billNumber)) ?? bill.waivedFen,
    lines: openLines(tx.app, bill),
  }));
}
