import { go, routes } from '@miniapp/platform/routes';
import { Button } from '@miniapp/ui/button';
import { type Appointment } from '../appointment';
import { openForm } from '../open-form';
import { questionnaireTags } from '../words';

/** The one next step of an open appointment. */
export function AppointmentAction({ appointment }: { readonly appointment: Appointment }) {
  if (appointment.state === 'checked_in') return <Button onPress={() => void go(routes.queue())}>查看排队</Button>;
  const { questionnaire } = appointment;
  return (
    <Button onPress={() => (questionnaire === 'submitted' ? void go(routes.arrival()) : openForm(appointment))}>
      {questionnaireTags[questionnaire].act}
    </Button>
  );
}
