import { go, routes } from '@miniapp/platform/routes';
import { Card } from '@miniapp/ui/card';
import { ListRow } from '@miniapp/ui/list-row';
import { Tag } from '@miniapp/ui/tag';
import { type NextDate, nextDateWords } from '../next-date-words';
import { typeNames } from '../show';

/** When each type is possible again; a tap leads to the rules behind it. */
export function NextDatesCard({ dates }: { readonly dates: readonly NextDate[] }) {
  return (
    <Card flush title="什么时候可以献">
      {dates.map(date => {
        const { tone, tag, when, why } = nextDateWords(date);
        return (
          <ListRow
            key={date.type}
            title={typeNames[date.type]}
            note={why ? `${when}，${why}` : when}
            value={<Tag tone={tone}>{tag}</Tag>}
            onPress={() => void go(routes.nextDates())}
          />
        );
      })}
    </Card>
  );
}
