import { startAt, routes } from '@miniapp/platform/routes';
import { Button } from '@miniapp/ui/button';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Loaded } from '@miniapp/ui/loaded';
import { MoreButton } from '@miniapp/ui/more-button';
import { useHistory } from '../use-history';
import { say } from '../words';
import { Timeline } from './timeline';

/** Donations by time: all, or those of one city. */
export function ByTime({ city }: { readonly city: string }) {
  const { query, more, loadMore } = useHistory(city);
  return (
    <Loaded query={query} say={say}>
      {({ items }) =>
        items.length === 0 ? (
          <NoDonation />
        ) : (
          <>
            <Timeline donations={items} />
            <MoreButton more={more} label="查看更早的记录" onPress={() => void loadMore()} />
          </>
        )
      }
    </Loaded>
  );
}

export function NoDonation() {
  return (
    <EmptyState icon="drop" title="还没有献血记录" text="献血之后，记录会自动出现在这里，不用您填写。">
      <Button kind="secondary" onPress={() => void startAt(routes.booking())}>
        预约献血
      </Button>
    </EmptyState>
  );
}
