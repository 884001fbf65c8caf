import { go, routes } from '@miniapp/platform/routes';
import { type Appointment } from './appointment';

/** The questions where they were left, or what came of them. */
export function openForm({ id, questionnaire }: Pick<Appointment, 'id' | 'questionnaire'>): void {
  const params = { appointmentId: id };
  void go(questionnaire === 'submitted' ? routes.questionnaireOutcome(params) : routes.questions(params));
}
