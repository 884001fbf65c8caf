import { go, routes, useParam } from '@miniapp/platform/routes';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ListRow } from '@miniapp/ui/list-row';
import { Notice } from '@miniapp/ui/notice';
import { type Answer, answerOf, isAnswered, type Question, type Questionnaire } from '../answers';
import { QuestionnairePage } from '../components/questionnaire-page';
import { no, yes } from '../words';

definePageConfig({ navigationBarTitleText: '核对答案' });

export default function ReviewPage() {
  const appointmentId = useParam('appointmentId');
  const change = (question: Question) => void go(routes.questions({ appointmentId, question: question.id }));
  const action = ({ questions, draft }: Questionnaire) => {
    const open = questions.find(question => !isAnswered(question, draft));
    if (open) return <Button onPress={() => change(open)}>补上没答的题</Button>;
    return <Button onPress={() => void go(routes.consentText({ appointmentId }))}>都对，去看知情同意书</Button>;
  };
  return (
    <QuestionnairePage title="核对答案" appointmentId={appointmentId} action={action}>
      {({ questions, draft }) => (
        <>
          <Notice tone="info">请再看一遍，要改哪一题就点哪一题。</Notice>
          <Card flush>
            {questions.map((question, index) => (
              <ListRow
                key={question.id}
                title={`${index + 1}、${question.text}`}
                note={sayAnswer(answerOf(draft, question.id))}
                onPress={() => change(question)}
              />
            ))}
          </Card>
        </>
      )}
    </QuestionnairePage>
  );
}

function sayAnswer(answer: Answer | undefined): string {
  if (!answer) return '还没有回答';
  const detail = answer.value === 'yes' && answer.detail ? `，${answer.detail}` : '';
  return `我的回答：${answer.value === 'yes' ? yes : no}${detail}`;
}
