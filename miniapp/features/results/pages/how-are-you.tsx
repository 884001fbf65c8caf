import { View } from '@tarojs/components';
import { useState } from 'react';
import { answerCheck, getMyCheck } from '@contract/surveys';
import { type Output } from '@contract/endpoint';
import { sayDate } from '@miniapp/platform/chinese-date';
import { go, routes } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { Press } from '@miniapp/ui/press';
import { CareAnswer } from '../components/care-answer';
import { feelings, say } from '../words';
import './how-are-you.scss';

definePageConfig({ navigationBarTitleText: '献血后的问候' });

type Check = NonNullable<Output<typeof getMyCheck>['check']>;
type Answer = Output<typeof answerCheck>;

export default function HowAreYouPage() {
  const check = useQuery(getMyCheck, {});
  const [answer, setAnswer] = useState<Answer | null>(null);
  if (answer) return <Answered answer={answer} />;
  return (
    <Page title="献血后的问候">
      <Loaded query={check} say={say}>
        {({ check: open }) => {
          if (!open)
            return (
              <EmptyState icon="check-circle" title="现在没有要回答的" text="献血第二天，我们会问您感觉怎么样。">
                <Report />
              </EmptyState>
            );
          return open.answered ? <Before check={open} /> : <Ask check={open} onAnswer={setAnswer} />;
        }}
      </Loaded>
    </Page>
  );
}

function Ask({ check, onAnswer }: { readonly check: Check; readonly onAnswer: (answer: Answer) => void }) {
  const command = useCommand(answerCheck);
  const choose = async (feeling: (typeof feelings)[number]['value']) => {
    const answer = await command.run({ checkId: check.id, feeling });
    if (answer?.ok) onAnswer(answer.value);
  };
  return (
    <>
      <View className="t-title">您现在感觉怎么样？</View>
      <View className="t-quiet">{`${sayDate(check.donatedOn)}，您在${check.siteName}献了血。`}</View>
      {command.refusal && (
        <Notice tone="look" announce>
          {say(command.refusal)}
        </Notice>
      )}
      <View className="feeling-list">
        {feelings.map(({ value, label, note }) => (
          <Press
            key={value}
            className={`feeling feeling-${value}`}
            disabled={command.busy}
            onPress={() => void choose(value)}
          >
            <View className="feeling-label">{label}</View>
            <View className="feeling-note">{note}</View>
          </Press>
        ))}
      </View>
      <View className="t-note t-quiet">点一下就好。回答加密保存，只用于您的健康随访。</View>
    </>
  );
}

function Report() {
  return (
    <Button kind="secondary" onPress={() => void go(routes.reportReaction())}>
      报告不适
    </Button>
  );
}

function Before({ check }: { readonly check: Check }) {
  const said = feelings.find(({ value }) => value === check.answered)?.label ?? '';
  return (
    <EmptyState icon="check-circle" title={`您回答了“${said}”`} text="谢谢您告诉我们。又有不舒服，随时可以报告。">
      <Report />
    </EmptyState>
  );
}

function Answered({ answer }: { readonly answer: Answer }) {
  const { surveyId } = answer;
  return (
    <Page title="献血后的问候">
      <CareAnswer answer={answer} title={answer.urgent ? '收到了，请先坐下休息' : '谢谢您告诉我们'}>
        <Card flush>
          <ListRow
            icon="look"
            title="详细说说哪里不舒服"
            note="血站看得更清楚，建议更准确"
            onPress={() => void go(routes.reportReaction())}
          />
          {surveyId && !answer.urgent && (
            <ListRow
              icon="form"
              title="给这次献血打个分"
              note="一分钟，现场工作人员看不到是谁评的"
              onPress={() => void go(routes.survey({ surveyId }))}
            />
          )}
        </Card>
      </CareAnswer>
    </Page>
  );
}
