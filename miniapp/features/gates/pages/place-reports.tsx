import { useState } from 'react';
import { answerPlaceReport, listPlaceReports } from '@contract/place-reports';
import { type Output } from '@contract/endpoint';
import { sayProblem } from '@miniapp/features/privilege-places/words';
import { call } from '@miniapp/platform/call';
import { sayDate, sayStamp } from '@miniapp/platform/chinese-date';
import { go, routes } from '@miniapp/platform/routes';
import { fieldId } from '@miniapp/platform/show-field';
import { useCommand } from '@miniapp/platform/use-command';
import { usePaged } from '@miniapp/platform/use-paged';
import { useProblems } from '@miniapp/platform/use-problems';
import { useWide } from '@miniapp/platform/use-wide';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { Facts } from '@miniapp/ui/facts';
import { TextField } from '@miniapp/ui/field-text';
import { Loaded } from '@miniapp/ui/loaded';
import { MoreButton } from '@miniapp/ui/more-button';
import { Page } from '@miniapp/ui/page';
import { ViewSwitch } from '@miniapp/ui/view-switch';
import { sayPlaces } from '../registry-words';

definePageConfig({ navigationBarTitleText: '献血者反映的问题' });

type Report = Output<typeof listPlaceReports>['items'][number];

const states = [
  { value: 'open', label: '待答复' },
  { value: 'answered', label: '已答复' },
] as const;

export default function PlaceReportsPage() {
  useWide();
  const [state, setState] = useState<'open' | 'answered'>('open');
  const { query, more, loadMore } = usePaged(cursor => call(listPlaceReports, { state, cursor }), state);
  const form = useAnswer(() => void query.reload());
  const action = form.report && (
    <>
      <Button busy={form.busy} onPress={() => void form.send()}>
        发送答复
      </Button>
      <Button kind="quiet" onPress={form.leave}>
        先不答复
      </Button>
    </>
  );
  return (
    <Page title="献血者反映的问题" action={action}>
      <ErrorSummary problems={form.summary} text={form.text} />
      {form.report ? (
        <>
          <ReportCard report={form.report} />
          <TextField
            id={fieldId('answer')}
            label="给献血者的答复"
            hint="会发到他的消息里；您看不到他是谁"
            multiline
            maxLength={300}
            value={form.words}
            error={form.atFields.answer}
            onChange={form.write}
          />
        </>
      ) : (
        <>
          <ViewSwitch label="看哪些" choices={states} value={state} onChange={setState} />
          <Loaded query={query} say={sayPlaces}>
            {({ items }) =>
              items.length === 0 ? (
                <EmptyState
                  icon="check-circle"
                  title={state === 'open' ? '没有等着答复的' : '还没有答复过'}
                  text="献血者说哪个地点不能用时，会列在这里。"
                />
              ) : (
                <>
                  {items.map(report => (
                    <ReportCard key={report.id} report={report} onAnswer={() => form.open(report)} />
                  ))}
                  <MoreButton more={more} label="查看更多" end="后面没有了" onPress={() => void loadMore()} />
                </>
              )
            }
          </Loaded>
        </>
      )}
    </Page>
  );
}

function useAnswer(onSent: () => void) {
  const command = useCommand(answerPlaceReport);
  const { summary, text, atFields, report: say, touch } = useProblems();
  const [report, setReport] = useState<Report | null>(null);
  const [words, setWords] = useState('');
  const open = (next: Report | null) => {
    setReport(next);
    setWords('');
    say({});
  };
  const send = async () => {
    if (!report || say({ ...(words.trim().length < 4 && { answer: '请写答复，至少 4 个字。' }) })) return;
    const answer = await command.run({ reportId: report.id, version: report.version, answer: words.trim() });
    if (answer?.ok) {
      open(null);
      onSent();
    } else if (answer) say({}, sayPlaces(answer));
  };
  const write = (next: string) => {
    touch('answer');
    setWords(next);
  };
  return { report, open, leave: () => open(null), words, write, send, busy: command.busy, summary, text, atFields };
}

function ReportCard({ report, onAnswer }: { readonly report: Report; readonly onAnswer?: () => void }) {
  const { placeId, placeName, city, problem, on, words, reportedAt, answer } = report;
  return (
    <Card title={placeName} aside={city}>
      <Facts
        items={[
          { label: '情况', value: sayProblem(problem) },
          { label: '日期', value: sayDate(on) },
          ...(words === '' ? [] : [{ label: '补充', value: words }]),
          { label: '收到时间', value: sayStamp(reportedAt) },
          ...(answer === null ? [] : [{ label: '答复', value: answer }]),
        ]}
      />
      {onAnswer && answer === null && (
        <Button kind="secondary" onPress={onAnswer}>
          答复
        </Button>
      )}
      {onAnswer && (
        <Button kind="quiet" onPress={() => void go(routes.managedPlace({ placeId }))}>
          查看这个地点
        </Button>
      )}
    </Card>
  );
}
