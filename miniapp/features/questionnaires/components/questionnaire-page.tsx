import { getQuestionnaire } from '@contract/questionnaires';
import { type ReactNode, useEffect } from 'react';
import { replaceWith, routes } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { type Questionnaire } from '../answers';
import { say } from '../words';

interface QuestionnairePageProps {
  readonly title: string;
  readonly appointmentId: string;
  readonly action?: (form: Questionnaire) => ReactNode;
  readonly children: (form: Questionnaire) => ReactNode;
}

/** Reads the form for one of its pages. A form that was handed in leads to what came of it. */
export function QuestionnairePage({ title, appointmentId, action, children }: QuestionnairePageProps) {
  const form = useQuery(getQuestionnaire, { appointmentId });
  const handedIn = form.kind === 'ready' && form.value.submitted !== null;
  useEffect(() => {
    if (handedIn) void replaceWith(routes.questionnaireOutcome({ appointmentId }));
  }, [handedIn, appointmentId]);
  return (
    <Page title={title} action={form.kind === 'ready' && !handedIn && action?.(form.value)}>
      <Loaded query={form} say={say}>
        {value => (handedIn ? null : children(value))}
      </Loaded>
    </Page>
  );
}
