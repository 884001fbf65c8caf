import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { type Today } from '../nurse-words';
import { type Stage, stageNames } from '../station-words';
import { byStage, countIn, emptyTitles, type ListName, visitsIn } from '../today-lists';
import { ExpectedRow, VisitRow } from './visit-row';

interface TodayListProps {
  readonly today: Today;
  readonly name: ListName;
  /** Stages of the own desk. */
  readonly mine: readonly Stage[];
}

export function TodayList({ today, name, mine }: TodayListProps) {
  if (countIn(today, name) === 0) return <EmptyState icon="people" title={emptyTitles[name]} />;
  if (name === 'expected')
    return (
      <Card flush>
        {today.expected.map(expected => (
          <ExpectedRow key={expected.appointmentId} expected={expected} />
        ))}
      </Card>
    );
  const visits = visitsIn(today, name);
  if (name !== 'waiting')
    return (
      <Card flush>
        {visits.map(visit => (
          <VisitRow key={visit.id} visit={visit} />
        ))}
      </Card>
    );
  return (
    <>
      {byStage(visits, mine).map(group => (
        <Card
          key={group.stage}
          flush
          title={`${stageNames[group.stage]}（${group.visits.length} 人）${mine.includes(group.stage) ? ' · 我的窗口' : ''}`}
        >
          {group.visits.map(visit => (
            <VisitRow key={visit.id} visit={visit} />
          ))}
        </Card>
      ))}
    </>
  );
}
