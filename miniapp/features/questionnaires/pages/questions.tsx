import { useParam } from '@miniapp/platform/routes';
import { mayTryAgain } from '@miniapp/features/appointments/refusal-details';
import { Button } from '@miniapp/ui/button';
import { Notice } from '@miniapp/ui/notice';
import { Stack } from '@miniapp/ui/stack';
import { type Questionnaire } from '../answers';
import { Ask } from '../components/ask';
import { AskTogether } from '../components/ask-together';
import { Progress } from '../components/progress';
import { QuestionnairePage } from '../components/questionnaire-page';
import { isDone } from '../screens';
import { type Asking, useQuestions } from '../use-questions';
import { say, sayRepeat } from '../words';

definePageConfig({ navigationBarTitleText: '健康征询表' });

export default function QuestionsPage() {
  const appointmentId = useParam('appointmentId');
  const only = useParam('question');
  return (
    <QuestionnairePage title="健康征询表" appointmentId={appointmentId}>
      {form => <Questions appointmentId={appointmentId} form={form} only={only} />}
    </QuestionnairePage>
  );
}

interface QuestionsProps {
  readonly appointmentId: string;
  readonly form: Questionnaire;
  readonly only: string;
}

function Questions({ appointmentId, form, only }: QuestionsProps) {
  const asking = useQuestions(appointmentId, form, only);
  const { screen, answers, at, count, saving, previous } = asking;
  if (!screen) return null;
  const begun = isDone(screen, answers);
  return (
    <Stack gap={4}>
      <Progress at={at + 1} count={count} note={savingNote[saving.kind]} />
      {at === 0 && !begun && form.carried && <Notice tone="info">{sayRepeat(form.carried)}</Notice>}
      <ScreenView asking={asking} goOnLabel={only ? '改好了' : at + 1 < count ? '下一题' : '答完了'} />
      <NotSaved asking={asking} />
      {previous && (
        <Button kind="quiet" icon="back" onPress={previous}>
          上一题
        </Button>
      )}
      {at === 0 && !begun && !form.carried && (
        <Notice tone="info">答案加密保存，只给为您体检的医生看。每答一题自动保存，中途离开，下次从这里接着答。</Notice>
      )}
    </Stack>
  );
}

function ScreenView({ asking, goOnLabel }: { readonly asking: Asking; readonly goOnLabel: string }) {
  const { screen, answers, reply, openGroup } = asking;
  if (!screen) return null;
  if (screen.kind === 'group') {
    const { group, questions, key } = screen;
    return (
      <AskTogether
        key={key}
        title={group.title}
        questions={questions}
        none={isDone(screen, answers)}
        onNone={() => void reply(group.none)}
        onSome={() => openGroup(group.id)}
      />
    );
  }
  return (
    <Ask
      key={screen.key}
      question={screen.question}
      given={answers}
      goOnLabel={goOnLabel}
      onReply={page => void reply(page)}
    />
  );
}

const savingNote = { 'nothing yet': '', saving: '正在保存', saved: '已保存', failed: '没有保存' } as const;

function NotSaved({ asking: { saving, saveAgain } }: { readonly asking: Asking }) {
  if (saving.kind !== 'failed') return null;
  const again = mayTryAgain(saving.code);
  return (
    <>
      <Notice tone="look" title="刚才的回答还没有保存" announce>
        {say(saving)}
      </Notice>
      {again && (
        <Button kind="secondary" onPress={() => void saveAgain()}>
          再保存一次
        </Button>
      )}
    </>
  );
}
