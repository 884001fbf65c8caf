import { getEdition } from '@rules/edition';
import { consentRequestText } from '@rules/waiver-texts';
import { hasConsent } from '@server/features/consent';
import { plusSeconds } from '@server/platform/clock';
import { newId } from '@server/platform/ids';
import { notify } from '@server/platform/notify';
import { defineJob, enqueue } from '@server/platform/outbox/jobs';
import type { Tx } from '@server/platform/tx';
import type { WaiverClaim } from './waiver-claim.entity';
import { type ConsentState, WaiverConsent } from './waiver-consent.entity';

const DAY_SECONDS = 24 * 3600;

/** The donor had time to answer; a person takes over. */
export const consentExpiredJob = defineJob<{ claimId: string }>('waiver.consent-expired');

/** Page of the app on which the donor answers. */
const answerPage = 'features/waivers/pages/consents';

/** As of now: a question that nobody answered in time is no question any more, also before the job has said so. */
export const stateOn = ({ state, validUntil }: WaiverConsent, now: string): ConsentState =>
  state === 'asked' && now >= validUntil ? 'expired' : state;

/** Whether the donor must be asked before the registers are: not for oneself, and not after a consent that stands. */
export async function needsConsent(tx: Tx, claim: Pick<WaiverClaim, 'donorId' | 'claimantId' | 'relation'>) {
  if (claim.relation === 'self' || claim.donorId === claim.claimantId) return false;
  if (!getEdition('waiver-evidence', tx.today).rules.consentAsked.value) return false;
  return !(await hasConsent(tx, 'kinship_lookup', claim.donorId));
}

export async function askConsent(tx: Tx, claim: WaiverClaim): Promise<void> {
  const { value: days } = getEdition('waiver-evidence', tx.today).rules.consentDays;
  const validUntil = plusSeconds(tx.now, days * DAY_SECONDS);
  await tx.em.insert(WaiverConsent, {
    id: newId(),
    claimId: claim.id,
    personId: claim.donorId,
    state: 'asked',
    version: consentRequestText.version,
    askedAt: tx.now,
    validUntil,
    answeredAt: null,
  });
  await notify(tx, claim.donorId, 'waiver.consent-asked', { claim: claim.number }, answerPage);
  await enqueue(
    tx,
    consentExpiredJob,
    { claimId: claim.id },
    { dedupeKey: `consent:${claim.id}`, notBefore: validUntil },
  );
}

/** Compare-and-swap of the answer; false when it was answered before. */
export async function moveConsent(tx: Tx, consentId: string, to: Exclude<ConsentState, 'asked'>): Promise<boolean> {
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(WaiverConsent)
    .set({ state: to, answeredAt: to === 'expired' ? null : tx.now })
    .where("id = :consentId AND state = 'asked'", { consentId })
    .execute();
  return affected === 1;
}
