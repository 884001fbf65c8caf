import type { Input, Output } from '@contract/endpoint';
import type { answerCheck as contract, getMyCheck } from '@contract/surveys';
import { Donation } from '@server/features/donations';
import { openCase } from '@server/features/results';
import { getSite } from '@server/features/sites';
import { personOf } from '@server/platform/actor';
import { Refusal, notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { adviceForFeeling, type Feeling } from './care-advice';
import { openSurveyOf } from './find-surveys';
import { WellbeingCheck } from './wellbeing-check.entity';

const openAnswer = (tx: Tx, sealed: string): Feeling =>
  (JSON.parse(tx.app.crypto.open('health', sealed)) as { feeling: Feeling }).feeling;

export async function findMyCheck(tx: Tx): Promise<Output<typeof getMyCheck>> {
  const check = await tx.em.findOne(WellbeingCheck, {
    where: { personId: personOf(tx.actor) },
    order: { createdAt: 'DESC', id: 'DESC' },
  });
  const donation = check && (await tx.em.findOneBy(Donation, { id: check.donationId }));
  if (!check || !donation || check.closesOn < tx.today) return { check: null };
  const site = await getSite(tx, donation.siteId);
  return {
    check: {
      id: check.id,
      donationId: check.donationId,
      donatedOn: donation.donatedOn,
      type: donation.type,
      siteName: site.name,
      phone: site.phone,
      answered: check.answerSealed === null ? null : openAnswer(tx, check.answerSealed),
      closesOn: check.closesOn,
    },
  };
}

async function callDonor(tx: Tx, donation: Donation, checkId: string): Promise<string> {
  const { dueOn } = await openCase(tx, {
    kind: 'check',
    source: `check ${checkId}`,
    stationId: donation.stationId,
    siteId: donation.siteId,
    dueInDays: 0,
    urgent: true,
    subject: {
      personId: donation.personId,
      donationId: donation.id,
      facts: [{ label: '献血者说', value: '献血后不太好，请尽快电话联系。' }],
    },
  });
  return dueOn;
}

/** Once a donation; how somebody is afterwards, they report as a reaction. */
export async function answerCheck(
  tx: Tx,
  { checkId, feeling }: Input<typeof contract>,
): Promise<Output<typeof contract>> {
  const personId = personOf(tx.actor);
  const check = await tx.em.findOneBy(WellbeingCheck, { id: checkId, personId });
  const donation = check && (await tx.em.findOneBy(Donation, { id: check.donationId }));
  if (!check || !donation) throw notFound();
  tx.subject(personId);
  if (check.closesOn < tx.today) throw new Refusal('CHECK_CLOSED', 'conflict');
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(WellbeingCheck)
    .set({ answeredAt: tx.now, answerSealed: tx.app.crypto.seal('health', JSON.stringify({ feeling })) })
    .where('id = :checkId AND answered_at IS NULL', { checkId })
    .execute();
  if (affected !== 1) throw new Refusal('ALREADY_ANSWERED', 'conflict');
  const site = await getSite(tx, donation.siteId);
  const survey = await openSurveyOf(tx, personId, check.visitId);
  return {
    advice: [...adviceForFeeling(feeling)],
    urgent: feeling === 'not_good',
    phone: site.phone,
    callBackBy: feeling === 'not_good' ? await callDonor(tx, donation, check.id) : null,
    surveyId: survey?.id ?? null,
  };
}
