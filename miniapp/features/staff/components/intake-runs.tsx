import { type getOperationsOverview } from '@contract/operations';
import { type Output } from '@contract/endpoint';
import { sayMoment } from '@miniapp/platform/chinese-date';
import { Card } from '@miniapp/ui/card';
import { ListRow } from '@miniapp/ui/list-row';
import { Tag, type Tone } from '@miniapp/ui/tag';

type Run = Output<typeof getOperationsOverview>['intakeRuns'][number];

const states: Readonly<Record<string, { tone: Tone; word: string }>> = {
  running: { tone: 'wait', word: '进行中' },
  done: { tone: 'done', word: '已完成' },
  abandoned: { tone: 'stop', word: '已中断' },
};

/** The stations' deliveries, newest first: what came in and what was refused. */
export function IntakeRuns({ runs }: { readonly runs: readonly Run[] }) {
  return (
    <Card flush title="数据接入" aside={runs.length > 0 && `最近 ${runs.length} 次`}>
      {runs.length === 0 && <ListRow title="还没有血站送来数据" note="每送一批，这里会列出新增、更正和退回的条数" />}
      {runs.map(run => {
        const { tone, word } = states[run.state] ?? { tone: 'info', word: run.state };
        return (
          <ListRow
            key={run.id}
            title={run.source}
            note={`${sayMoment(run.startedAt)} · 新增 ${run.added}，更正 ${run.corrected}，退回 ${run.refused}`}
            value={<Tag tone={run.refused > 0 && tone === 'done' ? 'look' : tone}>{word}</Tag>}
          />
        );
      })}
    </Card>
  );
}
