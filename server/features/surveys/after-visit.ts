import { addDays, chinaInstant } from '@rules/calendar';
import { getSite } from '@server/features/sites';
import { visitEnded } from '@server/features/visits';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { plusSeconds } from '@server/platform/clock';
import { newId } from '@server/platform/ids';
import { notify } from '@server/platform/notify';
import { defineJob, enqueue } from '@server/platform/outbox/jobs';
import { inTransaction, type Tx } from '@server/platform/tx';
import { Survey } from './survey.entity';
import { WellbeingCheck } from './wellbeing-check.entity';

const askHowAreYou = defineJob<{ checkId: string }>('care.ask');
const inviteToSurvey = defineJob<{ surveyId: string }>('survey.invite');

const surveyOpenSeconds = 7 * 24 * 3600;
const checkOpenDays = 7;

interface Ended {
  readonly visitId: string;
  readonly personId: string;
  readonly siteId: string;
  readonly donationId: string | null;
}

async function planCheck(tx: Tx, { visitId, personId, donationId }: Ended): Promise<void> {
  if (donationId === null) return;
  const id = newId();
  await tx.em.insert(WellbeingCheck, {
    id,
    personId,
    visitId,
    donationId,
    closesOn: addDays(tx.today, checkOpenDays),
    answeredAt: null,
    answerSealed: null,
    createdAt: tx.now,
  });
  await enqueue(
    tx,
    askHowAreYou,
    { checkId: id },
    { dedupeKey: id, notBefore: chinaInstant(addDays(tx.today, 1), '10:00') },
  );
}

async function planSurvey(tx: Tx, { visitId, personId, siteId, donationId }: Ended): Promise<void> {
  const { stationId } = await getSite(tx, siteId);
  const id = newId();
  await tx.em.insert(Survey, {
    id,
    visitId,
    personId,
    siteId,
    stationId,
    visitOn: tx.today,
    closesAt: plusSeconds(tx.now, surveyOpenSeconds),
    answeredAt: null,
    score: null,
    answerSealed: null,
    caseId: null,
    createdAt: tx.now,
  });
  // Not on the day on which we ask how the donor is: that page leads to the survey anyway.
  const on = addDays(tx.today, donationId === null ? 1 : 2);
  await enqueue(tx, inviteToSurvey, { surveyId: id }, { dedupeKey: id, notBefore: chinaInstant(on, '18:30') });
}

async function ask(tx: Tx, checkId: string): Promise<void> {
  const check = await tx.em.findOneBy(WellbeingCheck, { id: checkId });
  if (!check || check.answeredAt !== null || check.closesOn < tx.today) return;
  await notify(tx, check.personId, 'care.how-are-you', {}, 'features/results/pages/how-are-you');
}

async function invite(tx: Tx, surveyId: string): Promise<void> {
  const survey = await tx.em.findOneBy(Survey, { id: surveyId });
  if (!survey || survey.answeredAt !== null || survey.closesAt <= tx.now) return;
  const { name } = await getSite(tx, survey.siteId);
  const page = `features/surveys/pages/survey?surveyId=${survey.id}`;
  await notify(tx, survey.personId, 'survey.invited', { site: name }, page);
}

export function startAfterVisits(app: App): void {
  const as = (requestId: string) => ({ actor: systemActor, requestId });
  app.events.on(visitEnded, async (tx, ended) => {
    // A visit whose end was taken back and that ends again is asked about once.
    if (await tx.em.existsBy(Survey, { visitId: ended.visitId })) return;
    await planCheck(tx, ended);
    await planSurvey(tx, ended);
  });
  app.jobs.handle(askHowAreYou, (_, { checkId }) => inTransaction(app, as('care.ask'), tx => ask(tx, checkId)));
  app.jobs.handle(inviteToSurvey, (_, { surveyId }) =>
    inTransaction(app, as('survey.invite'), tx => invite(tx, surveyId)),
  );
}
