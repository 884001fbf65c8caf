import type { Input, Output } from '@contract/endpoint';
import type { answerSurvey as contract } from '@contract/surveys';
import { openCase } from '@server/features/results';
import { personOf } from '@server/platform/actor';
import { notFound, Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import type { SurveyAnswer } from './find-surveys';
import { lowScore, reasonWords, scoreWords } from './survey-words';
import { Survey } from './survey.entity';

const answerWithinDays = 5;

const factsOf = (score: number, { reasons, words }: SurveyAnswer) => [
  { label: '评价', value: scoreWords[score] ?? String(score) },
  ...(reasons.length > 0 ? [{ label: '原因', value: reasons.map(reason => reasonWords[reason]).join('、') }] : []),
  ...(words ? [{ label: '意见', value: words }] : []),
];

/** Once a visit. A low score is a case: somebody has to answer it. */
export async function answerSurvey(tx: Tx, command: Input<typeof contract>): Promise<Output<typeof contract>> {
  const personId = personOf(tx.actor);
  const survey = await tx.em.findOneBy(Survey, { id: command.surveyId, personId });
  if (!survey) throw notFound();
  // The audit line names the survey, not the person: nobody at the desk finds out who gave which score.
  tx.subject(survey.id);
  if (survey.answeredAt !== null) throw new Refusal('ALREADY_ANSWERED', 'conflict');
  if (survey.closesAt <= tx.now) throw new Refusal('SURVEY_CLOSED', 'conflict');
  const { score } = command;
  const given: SurveyAnswer = { reasons: [...new Set(command.reasons)], words: command.words || null };
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(Survey)
    .set({ answeredAt: tx.now, score, answerSealed: tx.app.crypto.seal('health', JSON.stringify(given)) })
    .where('id = :id AND answered_at IS NULL', { id: survey.id })
    .execute();
  if (affected !== 1) throw new Refusal('ALREADY_ANSWERED', 'conflict');
  if (score > lowScore) return { answerBy: null };
  const opened = await openCase(tx, {
    kind: 'survey',
    source: `survey ${survey.id}`,
    stationId: survey.stationId,
    siteId: survey.siteId,
    dueInDays: answerWithinDays,
    subject: { personId, facts: factsOf(score, given), page: `features/surveys/pages/survey?surveyId=${survey.id}` },
  });
  await tx.em.update(Survey, { id: survey.id }, { caseId: opened.id });
  return { answerBy: opened.dueOn };
}
