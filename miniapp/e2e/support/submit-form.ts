import { getQuestionnaire, submitQuestionnaire } from '@contract/questionnaires';
import type { Caller } from './caller';

/** The whole form, as somebody in good health answers and signs it. */
export async function submitForm(self: Caller, appointmentId: string): Promise<void> {
  const form = await self.call(getQuestionnaire, { appointmentId });
  await self.call(submitQuestionnaire, {
    ...{ appointmentId, version: form.version, consentVersion: form.consentVersion },
    answers: form.questions.map(({ id, text }) => ({
      questionId: id,
      value: /适合献血吗|您知道吗/.test(text) ? 'yes' : 'no',
    })),
    signature: {
      strokes: [
        [
          [100, 100],
          [400, 120],
          [380, 300],
          [600, 80],
          [620, 320],
          [700, 100],
        ],
      ],
    },
  });
}
