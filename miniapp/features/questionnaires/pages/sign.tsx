import { submitQuestionnaire } from '@contract/questionnaires';
import { useState } from 'react';
import { go, routes, startAt, useParam } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';
import { Button } from '@miniapp/ui/button';
import { Heading } from '@miniapp/ui/heading';
import { Notice } from '@miniapp/ui/notice';
import { type Answer, type Questionnaire } from '../answers';
import { QuestionnairePage } from '../components/questionnaire-page';
import { SignaturePad } from '../components/signature-pad';
import { missingIn } from '../missing-answers';
import { type Stroke } from '../stroke';
import { cannotWrite, say } from '../words';

definePageConfig({ navigationBarTitleText: '签名' });

export default function SignPage() {
  const appointmentId = useParam('appointmentId');
  const reaffirmed = useParam('same') !== '';
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const submit = useCommand(submitQuestionnaire);
  const handIn = async ({ version, consentVersion, draft }: Questionnaire) => {
    const answers: Answer[] = [...draft];
    const signature = { strokes: strokes.map(stroke => [...stroke]) };
    const answer = await submit.run({ appointmentId, version, consentVersion, answers, reaffirmed, signature });
    if (answer && !answer.ok && answer.code === 'SIGNATURE_TOO_SHORT') setStrokes([]);
    if (answer?.ok || (answer && answer.code === 'ALREADY_SUBMITTED'))
      await startAt(routes.questionnaireOutcome({ appointmentId }));
  };
  const missing = submit.refusal ? missingIn(submit.refusal.details) : undefined;
  return (
    <QuestionnairePage
      title="签名"
      appointmentId={appointmentId}
      action={form => (
        <Button busy={submit.busy} disabled={strokes.length === 0} onPress={() => void handIn(form)}>
          签好了，提交
        </Button>
      )}
    >
      {({ consentSections }) => (
        <>
          {submit.refusal && (
            <Notice tone="look" title="还没有提交" announce>
              {say(submit.refusal)}
            </Notice>
          )}
          {missing && (
            <Button kind="secondary" onPress={() => void go(routes.questions({ appointmentId, question: missing }))}>
              去补答这一题
            </Button>
          )}
          {/* The last section is the declaration: what the name is put to. */}
          <Heading>{consentSections[consentSections.length - 1]?.body ?? ''}</Heading>
          <SignaturePad strokes={strokes} onChange={setStrokes} />
          <Button kind="secondary" disabled={strokes.length === 0} onPress={() => setStrokes([])}>
            清除重写
          </Button>
          <Notice tone="info">{cannotWrite}</Notice>
        </>
      )}
    </QuestionnairePage>
  );
}
