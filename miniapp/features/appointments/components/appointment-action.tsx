import { go, routes } from '@miniapp/platform/routes';
import { Button } from '@miniapp/ui/button';
import { type Appointment } from '../appointment';
import { openForm } from '../open-form';
import { questionnaireTags } from '../words';

/** The one next step of an open appointment: the form first, also for somebody who is there already. */
export function AppointmentAction({ appointment }: { readonly appointment: Appointment }) {
  const { questionnaire, state } = appointment;
  if (questionnaire !== 'submitted')
    return <Button onPress={() => openForm(appointment)}>{questionnaireTags[questionnaire].act}</Button>;
  if (state === 'checked_in') return <Button onPress={() => void go(routes.queue())}>查看排队</Button>;
  return <Button onPress={() => void go(routes.arrival())}>{questionnaireTags.submitted.act}</Button>;
}
