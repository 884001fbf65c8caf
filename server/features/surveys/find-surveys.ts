import type * as z from 'zod/mini';
import type { Input, Output } from '@contract/endpoint';
import type { getMySurvey, surveyReason } from '@contract/surveys';
import { FollowUpCase, openOutcome } from '@server/features/results';
import { getSite } from '@server/features/sites';
import { personOf } from '@server/platform/actor';
import type { Tx } from '@server/platform/tx';
import { Survey } from './survey.entity';

export interface SurveyAnswer {
  readonly reasons: z.output<typeof surveyReason>[];
  readonly words: string | null;
}

const isOpen = (tx: Tx, { answeredAt, closesAt }: Survey): boolean => answeredAt === null && tx.now < closesAt;

export async function openSurveyOf(tx: Tx, personId: string, visitId: string): Promise<Survey | undefined> {
  const survey = await tx.em.findOneBy(Survey, { personId, visitId });
  return survey && isOpen(tx, survey) ? survey : undefined;
}

/** The given one, the latest open one, or the latest. */
async function pick(tx: Tx, personId: string, surveyId: string | undefined): Promise<Survey | undefined> {
  if (surveyId !== undefined) return (await tx.em.findOneBy(Survey, { id: surveyId, personId })) ?? undefined;
  const lately = await tx.em.find(Survey, {
    where: { personId },
    order: { createdAt: 'DESC', id: 'DESC' },
    take: 5,
  });
  return lately.find(survey => isOpen(tx, survey)) ?? lately[0];
}

export async function findMySurvey(
  tx: Tx,
  { surveyId }: Input<typeof getMySurvey>,
): Promise<Output<typeof getMySurvey>> {
  const personId = personOf(tx.actor);
  const survey = await pick(tx, personId, surveyId);
  if (!survey) return { survey: null };
  const site = await getSite(tx, survey.siteId);
  const given =
    survey.answerSealed === null
      ? null
      : (JSON.parse(tx.app.crypto.open('health', survey.answerSealed)) as SurveyAnswer);
  const followUp = survey.caseId === null ? null : await tx.em.findOneBy(FollowUpCase, { id: survey.caseId });
  return {
    survey: {
      id: survey.id,
      visitOn: survey.visitOn,
      siteName: site.name,
      closesAt: survey.closesAt,
      open: isOpen(tx, survey),
      answered: given && { score: survey.score ?? 0, ...given },
      answer: (followUp && openOutcome(tx, followUp)?.answer) ?? null,
    },
  };
}
