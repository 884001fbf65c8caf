import { View } from '@tarojs/components';
import { getMySurvey } from '@contract/surveys';
import { type Output } from '@contract/endpoint';
import { sayDate } from '@miniapp/platform/chinese-date';
import { routes, startAt, useParam } from '@miniapp/platform/routes';
import { fieldId } from '@miniapp/platform/show-field';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { Facts } from '@miniapp/ui/facts';
import { Field } from '@miniapp/ui/field';
import { CheckRow, ChoiceField } from '@miniapp/ui/field-choice';
import { TextField } from '@miniapp/ui/field-text';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { useSurvey } from '../use-survey';
import { type Reason, reasonWords, say, scores } from '../words';

definePageConfig({ navigationBarTitleText: '满意度评价' });

type Survey = NonNullable<Output<typeof getMySurvey>['survey']>;

const reasons = Object.entries(reasonWords) as [Reason, string][];

export default function SurveyPage() {
  const surveyId = useParam('surveyId') || undefined;
  const query = useQuery(getMySurvey, { surveyId });
  const survey = query.kind === 'ready' ? query.value.survey : null;
  const form = useSurvey(survey?.id);
  if (form.done) return <Thanks answerBy={form.done.answerBy} />;
  const action = survey?.open && (
    <Button busy={form.busy} onPress={() => void form.send()}>
      提交评价
    </Button>
  );
  return (
    <Page title="满意度评价" action={action}>
      <ErrorSummary problems={form.missing && !form.score ? { score: '请先选满意程度。' } : {}} text={form.refused} />
      <Loaded query={query} say={say}>
        {({ survey: found }) => {
          if (!found)
            return <EmptyState icon="form" title="还没有可以评价的献血" text="献血或到场之后 7 天内可以评价。" />;
          if (found.answered) return <Given survey={found} />;
          if (!found.open)
            return (
              <EmptyState icon="clock" title="评价时间已过" text="离开后 7 天内可以评价。有意见随时可以拨打 96614。" />
            );
          return <Fields survey={found} form={form} />;
        }}
      </Loaded>
    </Page>
  );
}

function Fields({ survey, form }: { readonly survey: Survey; readonly form: ReturnType<typeof useSurvey> }) {
  return (
    <>
      <View className="t-quiet">{`${sayDate(survey.visitOn)}，${survey.siteName}`}</View>
      <ChoiceField
        id={fieldId('score')}
        label="这次您满意吗？"
        error={form.missing && !form.score ? '请先选满意程度。' : undefined}
        choices={scores}
        value={form.score}
        onChange={form.setScore}
      />
      {form.score && (
        <Field id={fieldId('reasons')} label={Number(form.score) >= 4 ? '哪里做得好' : '哪里没做好'} optional>
          <View className="ui-choices" id={fieldId('reasons')}>
            {reasons.map(([value, label]) => (
              <CheckRow
                key={value}
                id={`reason-${value}`}
                label={label}
                checked={form.reasons.includes(value)}
                onChange={on => form.toggle(value, on)}
              />
            ))}
          </View>
        </Field>
      )}
      <TextField
        id={fieldId('words')}
        label="想说的话"
        hint="不用写姓名和电话"
        optional
        multiline
        maxLength={500}
        value={form.words}
        onChange={form.setWords}
      />
      <Notice tone="info">现场工作人员看不到是谁评的。不满意的，血站会处理并在这里回复您。</Notice>
    </>
  );
}

function Given({ survey }: { readonly survey: Survey }) {
  const { answered, answer, visitOn, siteName } = survey;
  const score = scores.find(({ value }) => Number(value) === answered?.score)?.label ?? '';
  return (
    <>
      <Card title="您的评价">
        <Facts
          items={[
            { label: '哪一次', value: `${sayDate(visitOn)}，${siteName}` },
            { label: '满意程度', value: score },
            ...(answered && answered.reasons.length > 0
              ? [{ label: '原因', value: answered.reasons.map(reason => reasonWords[reason]).join('、') }]
              : []),
            ...(answered?.words ? [{ label: '您说', value: answered.words }] : []),
          ]}
        />
      </Card>
      {answer && (
        <Notice tone="done" title="血站的回复">
          {answer}
        </Notice>
      )}
    </>
  );
}

function Thanks({ answerBy }: { readonly answerBy: string | null }) {
  const text = answerBy
    ? `对不起，没让您满意。血站会在${sayDate(answerBy)}前处理，并在“消息”里回复您。`
    : '您的评价会帮助我们把服务做得更好。';
  return (
    <Page title="满意度评价" action={<Button onPress={() => void startAt(routes.home())}>回到首页</Button>}>
      <Outcome tone="done" title="谢谢您的评价" text={text} />
    </Page>
  );
}
