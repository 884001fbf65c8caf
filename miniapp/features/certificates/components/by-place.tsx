import { listDonationPlaces } from '@contract/certificates';
import { go, routes } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { Card } from '@miniapp/ui/card';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { sayFullDate } from '../show';
import { say } from '../words';
import { NoDonation } from './by-time';

/** The cities where someone has donated; each opens its own list. */
export function ByPlace() {
  const places = useQuery(listDonationPlaces, {});
  return (
    <Loaded query={places} say={say}>
      {({ items }) =>
        items.length === 0 ? (
          <NoDonation />
        ) : (
          <Card flush>
            {items.map(({ city, donations, lastOn }) => (
              <ListRow
                key={city}
                icon="place"
                title={city}
                note={`最近一次 ${sayFullDate(lastOn)}`}
                value={`${donations} 次`}
                onPress={() => void go(routes.history({ city }))}
              />
            ))}
          </Card>
        )
      }
    </Loaded>
  );
}
