import type { Input, Output } from '@contract/endpoint';
import type { answerConsentRequest as contract, listConsentRequests } from '@contract/waiver-evidence';
import { maskName } from '@rules/identifiers';
import { REASON_WORDS } from '@rules/waiver-decision';
import { consentRequestText } from '@rules/waiver-texts';
import { personOf, systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { sha256 } from '@server/platform/crypto/key-ring';
import { Refusal, notFound } from '@server/platform/refusal';
import { type Tx, inTransaction } from '@server/platform/tx';
import { refuseClaim } from './apply-entitlement';
import { addEvidence, addStep, tellPatientAnswered } from './claim-progress';
import { moveConsent, stateOn } from './kinship-consent';
import { openParty } from './parties';
import { sendToCheck } from './send-to-check';
import { hospitalNameOf } from './show-claim';
import { takeTurn } from './waiver-account';
import { WaiverClaim } from './waiver-claim.entity';
import { WaiverConsent } from './waiver-consent.entity';

type Shown = Output<typeof contract>;

const MOST_REQUESTS_OF_ONE_PERSON = 200;

async function show(tx: Tx, asked: WaiverConsent): Promise<Shown> {
  const claim = await tx.em.findOneByOrFail(WaiverClaim, { id: asked.claimId });
  const { title, paragraphs, version } = consentRequestText;
  return {
    consentId: asked.id,
    state: stateOn(asked, tx.now),
    claimNumber: claim.number,
    patientMaskedName: maskName(openParty(tx.app, claim.patientSealed).name),
    relation: claim.relation,
    hospitalName: await hospitalNameOf(tx, claim),
    version,
    title,
    paragraphs: [...paragraphs],
    askedAt: asked.askedAt,
    answeredAt: asked.answeredAt,
    validUntil: asked.validUntil,
  };
}

export async function findConsentRequests(tx: Tx): Promise<Output<typeof listConsentRequests>> {
  const personId = personOf(tx.actor);
  tx.subject(personId);
  const asked = await tx.em.find(WaiverConsent, {
    where: { personId },
    order: { askedAt: 'DESC', id: 'DESC' },
    take: MOST_REQUESTS_OF_ONE_PERSON,
  });
  const items: Shown[] = [];
  for (const row of asked) items.push(await show(tx, row));
  const isOpen = ({ state }: Shown): number => (state === 'asked' ? 0 : 1);
  return { items: items.sort((a, b) => isOpen(a) - isOpen(b)) };
}

/** The donor's word for one claim: the registers are asked at once, or the claim ends here. */
export async function answerConsent(tx: Tx, { consentId, version, agree }: Input<typeof contract>): Promise<Shown> {
  const personId = personOf(tx.actor);
  tx.subject(personId);
  const asked = await tx.em.findOneBy(WaiverConsent, { id: consentId, personId });
  if (!asked) throw notFound();
  if (version !== consentRequestText.version) throw new Refusal('CONSENT_VERSION_OLD', 'conflict');
  const state = stateOn(asked, tx.now);
  if (state === 'expired') throw new Refusal('REQUEST_EXPIRED', 'conflict');
  const { donorId } = await tx.em.findOneByOrFail(WaiverClaim, { id: asked.claimId });
  // A reviewer may be deciding in this moment: whoever has the turn first is heard.
  await takeTurn(tx, donorId);
  const claim = await tx.em.findOneByOrFail(WaiverClaim, { id: asked.claimId });
  // Also while a reviewer has the claim: the donor's own word is worth more than what anybody finds out without it.
  const from = claim.state === 'needs_person' ? 'needs_person' : 'awaiting_consent';
  const isOpen = state === 'asked' && claim.state === from;
  if (!isOpen || !(await moveConsent(tx, asked.id, agree ? 'agreed' : 'declined')))
    throw new Refusal('STATE_CHANGED', 'conflict');
  await addEvidence(tx, claim.id, [
    {
      kind: 'consent',
      source: '献血者本人',
      result: agree ? 'proved' : 'conflict',
      text: agree ? `献血者同意查询（${version}）。` : '献血者不同意查询。',
      sha256: sha256(JSON.stringify([consentRequestText, asked.id, agree, tx.now])),
    },
  ]);
  if (agree) {
    if (!(await sendToCheck(tx, claim, from))) throw new Refusal('STATE_CHANGED', 'conflict');
    await addStep(tx, claim.id, 'checking', '献血者已经同意查询，开始核对。');
    await tellPatientAnswered(tx, claim);
  } else {
    const reason = REASON_WORDS.consent_declined;
    await refuseClaim(tx, claim, { from, clause: '个保法第29条', reason });
  }
  return show(tx, await tx.em.findOneByOrFail(WaiverConsent, { id: asked.id }));
}

/** Handler of `consentExpiredJob`: nobody answered; what can be looked up without the donor is, and a person decides. */
export async function expireConsent(app: App, { claimId }: { claimId: string }): Promise<void> {
  await inTransaction(app, { actor: systemActor, requestId: `waiver.consent-expired:${claimId}` }, async tx => {
    const asked = await tx.em.findOneBy(WaiverConsent, { claimId });
    const claim = await tx.em.findOneBy(WaiverClaim, { id: claimId, state: 'awaiting_consent' });
    if (!asked || !claim || !(await moveConsent(tx, asked.id, 'expired'))) return;
    await addEvidence(tx, claimId, [
      { kind: 'consent', source: '献血者本人', result: 'not_found', text: '献血者没有在期限内答复。', sha256: null },
    ]);
    await sendToCheck(tx, claim, 'awaiting_consent');
    await addStep(tx, claimId, 'checking', '献血者没有在期限内答复，由工作人员接着办理。');
  });
}
