import { useState } from 'react';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { go, routes, useParam } from '@miniapp/platform/routes';
import { fieldId } from '@miniapp/platform/show-field';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { CheckRow } from '@miniapp/ui/field-choice';
import { Heading } from '@miniapp/ui/heading';
import { ListRow } from '@miniapp/ui/list-row';
import { Notice } from '@miniapp/ui/notice';
import { isAnswered, type Question, type Questionnaire, sayAnswer } from '../answers';
import { QuestionnairePage } from '../components/questionnaire-page';

definePageConfig({ navigationBarTitleText: '核对答案' });

/** Lasting facts that still stand as last time: not one that was answered anew. */
const sameAsBefore = ({ questions, draft }: Questionnaire): readonly Question[] =>
  questions.filter(question => question.way === 'carried' && !isAnswered(question, draft));

export default function ReviewPage() {
  const appointmentId = useParam('appointmentId');
  const [agreed, setAgreed] = useState(false);
  const [tried, setTried] = useState(false);
  const change = (question: Question) => void go(routes.questions({ appointmentId, question: question.id }));
  const action = (form: Questionnaire) => {
    const same = sameAsBefore(form);
    const open = form.questions.find(question => !same.includes(question) && !isAnswered(question, form.draft));
    if (open) return <Button onPress={() => change(open)}>补上没答的题</Button>;
    const goOn = () => {
      setTried(true);
      if (same.length === 0 || agreed)
        void go(routes.consentText({ appointmentId, ...(same.length > 0 ? { same: 'yes' } : {}) }));
    };
    return <Button onPress={goOn}>都对，去看知情同意书</Button>;
  };
  return (
    <QuestionnairePage title="核对答案" appointmentId={appointmentId} action={action}>
      {form => {
        const same = sameAsBefore(form);
        const signedOn = form.carried?.signedOn ?? form.validOn;
        return (
          <>
            {tried && !agreed && same.length > 0 && (
              <ErrorSummary problems={{ same: '请核对“与上次相同”的几项，在后面打勾。' }} />
            )}
            <Notice tone="info">请再看一遍，要改哪一题就点哪一题。</Notice>
            {same.length > 0 && (
              <>
                <Heading>与上次相同的</Heading>
                <Rows questions={same} sayOf={() => `${sayMonthDay(signedOn)}的回答：否`} onChange={change} />
                <CheckRow
                  id={fieldId('same')}
                  label={`我核对过了，这 ${same.length} 项现在还是“否”`}
                  checked={agreed}
                  onChange={setAgreed}
                />
                <Heading>这次回答的</Heading>
              </>
            )}
            <Rows
              questions={form.questions.filter(question => !same.includes(question))}
              sayOf={question => {
                const said = sayAnswer(question, form.draft);
                return said === undefined ? '还没有回答' : `我的回答：${said}`;
              }}
              onChange={change}
            />
          </>
        );
      }}
    </QuestionnairePage>
  );
}

interface RowsProps {
  readonly questions: readonly Question[];
  readonly sayOf: (question: Question) => string;
  readonly onChange: (question: Question) => void;
}

function Rows({ questions, sayOf, onChange }: RowsProps) {
  return (
    <Card flush>
      {questions.map((question, index) => (
        <ListRow
          key={question.id}
          title={`${index + 1}、${question.text}`}
          note={sayOf(question)}
          onPress={() => onChange(question)}
        />
      ))}
    </Card>
  );
}
