import { isListedRelation } from '@rules/waiver-decision';
import type { Person } from '@server/features/identity';
import { isUniqueViolation } from '@server/platform/db/errors';
import { newId } from '@server/platform/ids';
import { notify } from '@server/platform/notify';
import { enqueue } from '@server/platform/outbox/jobs';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { checkClaimJob } from './check-claim-job';
import { newClaimNumber } from './claim-number';
import { addStep, claimPage } from './claim-progress';
import { askConsent, needsConsent } from './kinship-consent';
import { WaiverClaim } from './waiver-claim.entity';

type NewClaim = Pick<
  WaiverClaim,
  | 'donorId'
  | 'relation'
  | 'crossing'
  | 'patientIndex'
  | 'patientSealed'
  | 'hospitalId'
  | 'admittedOn'
  | 'dischargedOn'
  | 'billSealed'
>;

/** Patient, donor and stay: one claim at a time is alive for them. */
export const stayKey = (
  tx: Tx,
  stay: Pick<WaiverClaim, 'patientIndex' | 'donorId' | 'hospitalId' | 'admittedOn' | 'dischargedOn'>,
): string =>
  tx.app.crypto.fingerprint(
    'waiver.stay',
    [stay.patientIndex, stay.donorId, stay.hospitalId, stay.admittedOn, stay.dischargedOn].join('\n'),
  );

/**
 * The claim stands from here on. The donor is asked first, unless it is the claimant or has agreed for good; the look-ups
 * follow as a job, because registers may be slow or down. `attach` writes what belongs to the claim before anybody is told.
 */
export async function recordClaim(
  tx: Tx,
  claimant: Person,
  given: NewClaim,
  attach: (claim: WaiverClaim) => Promise<void> = async () => undefined,
): Promise<WaiverClaim> {
  const { donorId, relation } = given;
  const openKey = stayKey(tx, given);
  if (await tx.em.existsBy(WaiverClaim, { openKey })) throw new Refusal('CLAIM_OPEN_ALREADY', 'conflict');
  const asks = await needsConsent(tx, { donorId, claimantId: claimant.id, relation });
  // Of a relation that no rule lists, nothing is looked up: nobody needs to be asked.
  const state = asks && isListedRelation(relation) ? 'awaiting_consent' : 'checking';
  const claim = tx.em.create(WaiverClaim, {
    ...given,
    id: newId(),
    number: newClaimNumber(tx.today),
    via: 'online',
    state,
    claimantId: claimant.id,
    hospitalReference: null,
    requestHash: null,
    openKey,
    kinship: null,
    bloodFeeFen: null,
    waivedFen: null,
    givenBackFen: 0,
    clause: null,
    edition: null,
    reason: null,
    reasons: null,
    lines: null,
    lookupConsentAt: tx.now,
    settledOn: null,
    waitsSince: tx.now,
    createdAt: tx.now,
    updatedAt: tx.now,
  });
  try {
    await tx.em.insert(WaiverClaim, claim);
  } catch (error) {
    // Two taps at once: the key decided which of them is the claim.
    if (isUniqueViolation(error, 'open')) throw new Refusal('CLAIM_OPEN_ALREADY', 'conflict');
    throw error;
  }
  await addStep(tx, claim.id, state, '已提交申请，并同意查询亲属关系和票据。');
  await attach(claim);
  if (state === 'awaiting_consent') {
    await askConsent(tx, claim);
    await addStep(tx, claim.id, state, '已请献血者确认是否同意查询。');
  } else {
    await enqueue(tx, checkClaimJob, { claimId: claim.id, attempt: 0 }, { dedupeKey: `${claim.id}:0` });
  }
  await notify(tx, claimant.id, 'waiver.received', { claim: claim.number }, claimPage(claim.id));
  return claim;
}
