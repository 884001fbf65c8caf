import { go, routes } from '@miniapp/platform/routes';
import { Button } from '@miniapp/ui/button';
import { type Appointment } from '../appointment';
import { openForm } from '../open-form';
import { questionnaireTags } from '../words';

/** The one next step of an open appointment: the form first, also for somebody who is there already; no code for who may not come. */
export function AppointmentAction({ appointment }: { readonly appointment: Appointment }) {
  const { id: appointmentId, questionnaire, questionnaireOutcome: outcome, state } = appointment;
  if (questionnaire !== 'submitted')
    return <Button onPress={() => openForm(appointment)}>{questionnaireTags[questionnaire].act}</Button>;
  if (state === 'checked_in') return <Button onPress={() => void go(routes.queue())}>查看排队</Button>;
  if (outcome === 'defer')
    return <Button onPress={() => void go(routes.moveAppointment({ appointmentId }))}>改到以后的日子</Button>;
  if (outcome === 'stop')
    return <Button onPress={() => void go(routes.cancelAppointment({ appointmentId }))}>取消这次预约</Button>;
  return <Button onPress={() => void go(routes.arrival())}>{questionnaireTags.submitted.act}</Button>;
}
