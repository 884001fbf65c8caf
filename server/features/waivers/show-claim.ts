import { In } from 'typeorm';
import type { Output } from '@contract/endpoint';
import type { getClaim } from '@contract/waivers';
import { type CalendarDate, toChinaDate } from '@rules/calendar';
import { getEdition } from '@rules/edition';
import { maskName } from '@rules/identifiers';
import { provinceName } from '@rules/provinces';
import { REASON_WORDS } from '@rules/waiver-decision';
import { getPerson, openName } from '@server/features/identity';
import { getOrganization } from '@server/features/organizations';
import type { Tx } from '@server/platform/tx';
import { lastDayToAppeal } from './appeal-term';
import { readReasons } from './claim-progress';
import { openWords } from './decision-content';
import { openLines } from './hold-bills';
import { stateOn } from './kinship-consent';
import { openParty } from './parties';
import { WaiverAppeal } from './waiver-appeal.entity';
import { WaiverBillBalance } from './waiver-bill-balance.entity';
import { WaiverBill, billKey } from './waiver-bill.entity';
import { WaiverClaimFile } from './waiver-claim-file.entity';
import type { ClaimState, WaiverClaim } from './waiver-claim.entity';
import { WaiverConsent } from './waiver-consent.entity';
import { WaiverCrossing } from './waiver-crossing.entity';
import { WaiverEvidence } from './waiver-evidence.entity';
import { WaiverMaterial } from './waiver-material.entity';
import { WaiverStep } from './waiver-step.entity';
import { addWorkingDays } from './working-days';

type Shown = Output<typeof getClaim>;

const NEXT: Readonly<Record<ClaimState, string>> = {
  awaiting_consent: '已请献血者确认，献血者同意以后就开始核对；也可以请工作人员帮忙联系。',
  needs_commitment: '登记信息暂时不能证明亲属关系，请签一份承诺书；不方便签的，可以请工作人员核对。',
  checking: '正在核对亲属关系和票据，有结果会通知您。',
  needs_person: '工作人员正在核对，您不用再提交材料；如需补充会与您联系。',
  needs_material: '请补充工作人员需要的材料，补充以后继续办理。',
  approved: '已同意减免。收款账户填好以后，10 个工作日内转到交款人的银行卡。',
  refused: '这次申请不能减免，原因见下；有不同意见，可以在期限内申诉一次。',
  paying: '款项已经交给银行，正在转到交款人的银行卡。',
  paid: '减免已经完成。',
  withdrawn: '这次减免已经撤回。',
};

const LATE = '比预计的晚了，对不起。';

const WAITS_FOR_US: readonly ClaimState[] = ['checking', 'needs_person'];

/** By when a claim is decided: the days promised count from the claim, from the last answer, or from the appeal. */
export function decidedBy(claim: WaiverClaim, appeal: WaiverAppeal | null): CalendarDate {
  if (appeal?.state === 'open') return appeal.dueOn;
  const from = toChinaDate(claim.waitsSince ?? claim.createdAt);
  const { waiverDecisionDays, crossDecisionDays } = getEdition('service', from).rules;
  return addWorkingDays(from, (claim.crossing ? crossDecisionDays : waiverDecisionDays).value);
}

function expectedBy(claim: WaiverClaim, appeal: WaiverAppeal | null): CalendarDate | null {
  // When money comes, the day of the account decides: payouts tell it.
  return WAITS_FOR_US.includes(claim.state) ? decidedBy(claim, appeal) : null;
}

/** As patient and reviewer see it: names masked, nothing about the donor's record. */
export async function showClaim(tx: Tx, claim: WaiverClaim): Promise<Shown> {
  const appeal = await tx.em.findOneBy(WaiverAppeal, { claimId: claim.id });
  const due = expectedBy(claim, appeal);
  // A day that has passed is promised to nobody.
  const isLate = due !== null && due < tx.today;
  const donorName = openName(tx, await getPerson(tx, claim.donorId));
  const crossing = claim.crossing && (await tx.em.findOneBy(WaiverCrossing, { claimId: claim.id }));
  const order = { at: 'ASC', id: 'ASC' } as const;
  const evidence = await tx.em.find(WaiverEvidence, { where: { claimId: claim.id }, order });
  const asked = await tx.em.findOneBy(WaiverMaterial, { openKey: claim.id });
  const steps = await tx.em.find(WaiverStep, { where: { claimId: claim.id }, order });
  return {
    id: claim.id,
    number: claim.number,
    state: claim.state,
    relation: claim.relation,
    donorMaskedName: maskName(donorName),
    patientMaskedName: maskName(openParty(tx.app, claim.patientSealed).name),
    madeBy: await madeBy(tx, claim),
    hospitalName: await hospitalNameOf(tx, claim),
    admittedOn: claim.admittedOn,
    dischargedOn: claim.dischargedOn,
    bloodFeeFen: claim.bloodFeeFen,
    waivedFen: claim.waivedFen,
    givenBackFen: claim.givenBackFen,
    clause: claim.clause,
    next: claim.state === 'refused' && claim.reason ? claim.reason : `${isLate ? LATE : ''}${NEXT[claim.state]}`,
    expectedBy: isLate ? null : due,
    reasons: readReasons(claim).map(id => ({ id, text: REASON_WORDS[id] })),
    donorConsent: await showConsent(tx, claim.id),
    bills: await showBills(tx, claim.id),
    evidence: evidence.map(({ kind, source, result, text, at }) => ({ kind, source, result, text, at })),
    timeline: steps.map(({ at, text }) => ({ at, text })),
    via: claim.via,
    crossing: claim.crossing &&
      crossing && {
        kind: claim.crossing,
        donatedIn: provinceName(crossing.donatedIn),
        treatedIn: provinceName(crossing.treatedIn),
        files: await tx.em.countBy(WaiverClaimFile, { claimId: claim.id }),
      },
    asked: asked && { words: openWords(tx, asked.askedSealed), until: asked.dueOn },
    appealUntil: appeal ? null : openUntil(tx, claim),
    appeal: appeal && {
      state: appeal.state,
      at: appeal.madeAt,
      dueOn: appeal.dueOn,
      reasons: openWords(tx, appeal.reasonsSealed),
      against: appeal.against,
    },
  };
}

/** One of another province is named with its claim. */
export async function hospitalNameOf(
  tx: Tx,
  claim: Pick<WaiverClaim, 'id' | 'hospitalId' | 'crossing'>,
): Promise<string> {
  const crossing = claim.crossing && (await tx.em.findOneBy(WaiverCrossing, { claimId: claim.id }));
  if (crossing && crossing.hospitalSealed !== null) return tx.app.crypto.open('health', crossing.hospitalSealed);
  return (await getOrganization(tx, claim.hospitalId)).name;
}

function openUntil(tx: Tx, claim: WaiverClaim): CalendarDate | null {
  const last = lastDayToAppeal(tx, claim);
  return last !== undefined && tx.today <= last ? last : null;
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
