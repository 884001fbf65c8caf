import { View } from '@tarojs/components';
import { listBookDifferences } from '@contract/payout-checks';
import { sayDate, sayStamp } from '@miniapp/platform/chinese-date';
import { goBack, useParam } from '@miniapp/platform/routes';
import { fieldId } from '@miniapp/platform/show-field';
import { useQuery } from '@miniapp/platform/use-query';
import { useWide } from '@miniapp/platform/use-wide';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Column, Columns } from '@miniapp/ui/columns';
import { EmptyState } from '@miniapp/ui/empty-state';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { Facts } from '@miniapp/ui/facts';
import { TextField } from '@miniapp/ui/field-text';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { WorkTag, sayAmounts } from '../components/differences';
import { type Difference } from '../use-books';
import { type DifferenceWork, useDifference } from '../use-difference';
import { differenceWords, sayBooks } from '../words';

definePageConfig({ navigationBarTitleText: '对账差异' });

export default function DifferencePage() {
  useWide();
  const differenceId = useParam('differenceId');
  const open = useQuery(listBookDifferences, { limit: '200' });
  const work = useDifference(open.reload);
  const value = open.kind === 'ready' ? open.value.items.find(({ id }) => id === differenceId) : undefined;
  const isOpen = value?.work.state === 'open';
  return (
    <Page
      title="对账差异"
      action={
        value &&
        value.work.state !== 'closed' && (
          <Button busy={work.busy} onPress={() => void (isOpen ? work.take(value) : work.close(value))}>
            {isOpen ? '我来处理' : '写明原因，办结'}
          </Button>
        )
      }
    >
      <ErrorSummary problems={work.problems.summary} text={work.problems.text} />
      <Loaded query={open} say={sayBooks}>
        {() =>
          value ? (
            <Columns>
              <Column>
                <What value={value} />
                {value.work.state === 'in_work' && <Reason work={work} />}
              </Column>
              <Column>
                <Notes work={work} value={value} />
              </Column>
            </Columns>
          ) : (
            <EmptyState icon="check-circle" title="这处差异已经消除" text="两边的账现在一致，这件事已经自动办结。">
              <Button kind="secondary" onPress={() => void goBack()}>
                回到列表
              </Button>
            </EmptyState>
          )
        }
      </Loaded>
    </Page>
  );
}

interface PartProps {
  readonly work: DifferenceWork;
  readonly value: Difference;
}

function What({ value }: { readonly value: Difference }) {
  const { kind, hospitalName, on, hospitalReference, foundAt, work } = value;
  return (
    <Card title={differenceWords[kind]} aside={<WorkTag work={work} />}>
      <Facts
        items={[
          { label: '医院', value: hospitalName },
          { label: '日期', value: sayDate(on) },
          ...(hospitalReference === '' ? [] : [{ label: '医院单号', value: hospitalReference }]),
          { label: '金额', value: sayAmounts(value) },
          { label: '发现', value: sayStamp(foundAt) },
          { label: '处理人', value: work.owner === null ? '还没有' : `${work.owner}${work.mine ? '（本人）' : ''}` },
          { label: '期限', value: sayDate(work.dueOn) },
          ...(work.outcome === null ? [] : [{ label: '处理结果', value: work.outcome }]),
        ]}
      />
    </Card>
  );
}

function Reason({ work }: { readonly work: DifferenceWork }) {
  return (
    <Card title="办结">
      <TextField
        id={fieldId('outcome')}
        label="原因和结果"
        hint="账没有改也可以办结，例如：医院次日补记，已电话核实"
        multiline
        maxLength={500}
        value={work.outcome}
        error={work.problems.atFields.outcome}
        onChange={work.setOutcome}
      />
    </Card>
  );
}

function Notes({ work, value: { id, notes } }: PartProps) {
  return (
    <Card title="经过" aside={notes.length > 0 ? `${notes.length} 条` : undefined}>
      {notes.length === 0 && <View className="t-quiet">还没有记录。</View>}
      {notes.map(({ at, by, text }) => (
        <View key={at + text}>
          <View className="t-note t-quiet">{`${by} · ${sayStamp(at)}`}</View>
          <View>{text}</View>
        </View>
      ))}
      <TextField
        id={fieldId('text')}
        label="补一条"
        maxLength={300}
        value={work.note}
        error={work.problems.atFields.text}
        onChange={work.setNote}
      />
      <Button kind="secondary" busy={work.busy} onPress={() => void work.add(id)}>
        记下来
      </Button>
    </Card>
  );
}
