import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { sayYuan } from '@miniapp/platform/money';
import { go, routes } from '@miniapp/platform/routes';
import { Card } from '@miniapp/ui/card';
import { ListRow } from '@miniapp/ui/list-row';
import { Tag } from '@miniapp/ui/tag';
import { type Difference } from '../use-books';
import { differenceWords } from '../words';

const side = (who: string, value: number | null): string =>
  value === null ? `${who}没有` : `${who} ${sayYuan(value)} 元`;

export const sayAmounts = ({ kind, oursFen, theirsFen, paidFen }: Difference): string =>
  `${side('我们', oursFen)}，${kind === 'payment_differs' ? side('已付', paidFen) : side('医院', theirsFen)}`;

/** Whose it is now. */
export function WorkTag({ work: { state, owner, overdue } }: Pick<Difference, 'work'>) {
  if (state === 'closed') return <Tag tone="done">已处理</Tag>;
  if (overdue) return <Tag tone="look">已超期</Tag>;
  return owner === null ? <Tag tone="look">没人处理</Tag> : <Tag tone="wait">{`${owner}处理`}</Tag>;
}

interface DifferencesProps {
  readonly title: string;
  readonly items: readonly Difference[];
  /** Hospital and day stand in the title already. */
  readonly ofOneDay?: boolean;
}

export function Differences({ title, items, ofOneDay = false }: DifferencesProps) {
  return (
    <Card flush title={title} aside={`${items.length} 处`}>
      {items.map(item => (
        <ListRow
          key={item.id}
          title={`${differenceWords[item.kind]}${item.hospitalReference === '' ? '' : ` · ${item.hospitalReference}`}`}
          note={[ofOneDay ? '' : `${item.hospitalName} · ${sayMonthDay(item.on)}`, sayAmounts(item)]
            .filter(part => part !== '')
            .join(' · ')}
          value={<WorkTag work={item.work} />}
          onPress={() => void go(routes.bookDifference({ differenceId: item.id }))}
        />
      ))}
    </Card>
  );
}
