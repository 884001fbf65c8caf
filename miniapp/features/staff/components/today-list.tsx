import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { type Today } from '../nurse-words';
import { countIn, emptyTitles, type ListName, visitsIn } from '../today-lists';
import { ExpectedRow, VisitRow } from './visit-row';

export function TodayList({ today, name }: { readonly today: Today; readonly name: ListName }) {
  if (countIn(today, name) === 0) return <EmptyState icon="people" title={emptyTitles[name]} />;
  return (
    <Card flush>
      {name === 'expected'
        ? today.expected.map(expected => <ExpectedRow key={expected.appointmentId} expected={expected} />)
        : visitsIn(today, name).map(visit => <VisitRow key={visit.id} visit={visit} />)}
    </Card>
  );
}
