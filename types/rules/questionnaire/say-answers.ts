import type { QuestionnaireAnswer } from './model';
import { getQuestionnaire } from './versions';

/** What was asked and answered, in words, follow-ups after their question; for papers and for the people who may read it. */
export function sayAnswers(
  version: string,
  answers: readonly QuestionnaireAnswer[],
): { questionId: string; text: string; answer: string }[] {
  const given = new Map(answers.map(answer => [answer.questionId, answer]));
  return getQuestionnaire(version).questions.flatMap(question => {
    const answer = given.get(question.id);
    if (!answer) return [];
    const yesNo = answer.value === 'yes' ? '是' : '否';
    const more = (question.followUps ?? []).flatMap(followUp => {
      const value = given.get(`${question.id}.${followUp.id}`)?.value;
      if (value === undefined) return [];
      return followUp.kind === 'choice'
        ? [followUp.choices.find(choice => choice.value === value)?.label ?? value]
        : [value];
    });
    return [
      {
        questionId: question.id,
        text: question.text,
        answer: [yesNo, ...(answer.detail ? [answer.detail] : []), ...more].join('，'),
      },
    ];
  });
}
