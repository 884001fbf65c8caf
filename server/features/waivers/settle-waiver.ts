import type { Output } from '@contract/endpoint';
import type { settleWaiver as contract } from '@contract/waivers';
import { sha256 } from '@server/platform/crypto/key-ring';
import { insertRow } from '@server/platform/db/rows';
import { newId } from '@server/platform/ids';
import { notify } from '@server/platform/notify';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { newClaimNumber } from './claim-number';
import { addEvidence, addStep, claimPage, findPatientId, tellDonor } from './claim-progress';
import { findDeskConsent, keepDeskConsent } from './desk-consent';
import { enterMovement } from './enter-movement';
import { entitlementEvidence, kinshipEvidence } from './evidence-words';
import { clauseOf, entitlementLines, yuan } from './explain-entitlement';
import { isBillUsed } from './find-duplicate-bill';
import { holdOpenBill, openOnBill } from './hold-bills';
import { settledBill } from './judge-bills';
import { documentIndex, sealParty } from './parties';
import { type PreparedSettlement, type SettlementCommand, findSettlement, requestHash } from './prepare-settlement';
import type { KinshipProof } from './prove-kinship';
import { settlementExplanation, showSettled, showSettlement } from './show-settlement';
import { spendWaiver } from './spend-waiver';
import { takeTurn } from './waiver-account';
import { WaiverClaim } from './waiver-claim.entity';

type Settlement = Output<typeof contract>;

/** The answer that this reference already has, also after it was reversed; another content under it is refused. */
export async function repeatSettlement(tx: Tx, earlier: WaiverClaim, command: SettlementCommand): Promise<Settlement> {
  if (earlier.requestHash !== requestHash(command)) throw new Refusal('REFERENCE_MISMATCH', 'conflict');
  return showSettlement(tx, earlier);
}

export async function settleWaiver(tx: Tx, prepared: PreparedSettlement, proof: KinshipProof): Promise<Settlement> {
  const { command, hospitalId, donorId, relation, bloodFeeFen } = prepared;
  tx.subject(donorId);
  // Repetitions of this settlement and other uses of this balance wait here; what follows reads what they did.
  await takeTurn(tx, donorId);
  const earlier = await findSettlement(tx, hospitalId, command.hospitalReference);
  if (earlier) return repeatSettlement(tx, earlier, command);
  const id = newId();
  const patientIndex = documentIndex(tx.app, command.patient.document);
  const holder = { id, donorId, patientIndex, hospitalId };
  const bill = settledBill(tx.app, prepared);
  if (await isBillUsed(tx, holder, bill)) throw new Refusal('BILL_USED', 'conflict');
  const usedOn = command.dischargedOn;
  const openFen = await openOnBill(tx, holder, bill);
  const { entitlement, waivedFen } = await spendWaiver(tx, { id, donorId, relation, usedOn, bloodFeeFen: openFen });
  if (!entitlement.entitled) {
    const code = entitlement.reasonCode === 'USED_UP' ? 'BALANCE_SPENT' : 'NOT_ENTITLED';
    throw new Refusal(code, 'conflict', { clause: clauseOf(entitlement), reason: entitlement.reasonCode });
  }
  if (waivedFen === 0) throw new Refusal('NOT_ENTITLED', 'conflict', { clause: '', reason: 'NO_BLOOD_FEE' });

  const claim = tx.em.create(WaiverClaim, {
    id,
    number: newClaimNumber(tx.today),
    via: 'hospital',
    state: 'paid',
    relation,
    donorId,
    patientIndex,
    claimantId: null,
    patientSealed: sealParty(tx.app, prepared.patient),
    hospitalId,
    admittedOn: command.admittedOn,
    dischargedOn: command.dischargedOn,
    hospitalReference: command.hospitalReference,
    requestHash: requestHash(command),
    openKey: null,
    kinship: proof.verdict,
    bloodFeeFen,
    waivedFen,
    givenBackFen: 0,
    clause: clauseOf(entitlement),
    edition: entitlement.edition ?? null,
    reason: settlementExplanation(entitlement, prepared).slice(0, 500),
    lines: JSON.stringify(entitlementLines(entitlement)),
    lookupConsentAt: null,
    settledOn: tx.today,
    createdAt: tx.now,
    updatedAt: tx.now,
  });
  await insertRow(tx.em, WaiverClaim, claim);
  await holdOpenBill(tx, holder, bill, waivedFen);
  await addEvidence(tx, id, [
    ...(await keepDeskConsent(tx, id, command.consent)),
    ...kinshipEvidence(relation, proof),
    {
      kind: 'invoice',
      source: '医院账单',
      result: 'proved',
      text: `医院出院结算的用血费用 ${yuan(bloodFeeFen)} 元。`,
      sha256: sha256(JSON.stringify(command.lines)),
    },
    entitlementEvidence(entitlement),
  ]);
  await addStep(tx, id, 'paid', `出院结算时直接减免 ${yuan(waivedFen)} 元（条款 ${clauseOf(entitlement)}）。`);
  await enterMovement(tx, claim, 'settle');
  await tellSettled(tx, claim, prepared.hospitalName, waivedFen);
  return showSettled(claim, command.consent ? await findDeskConsent(tx, id) : null);
}

async function tellSettled(tx: Tx, claim: WaiverClaim, hospital: string, waivedFen: number): Promise<void> {
  const patientId = await findPatientId(tx, claim);
  const values = { hospital, amount: yuan(waivedFen) };
  if (patientId) await notify(tx, patientId, 'waiver.settled', values, claimPage(claim.id));
  await tellDonor(tx, claim, waivedFen);
}
