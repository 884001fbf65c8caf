import { sayDistance } from '@miniapp/features/appointments/say-site';
import { go, routes } from '@miniapp/platform/routes';
import { Card } from '@miniapp/ui/card';
import { ListRow } from '@miniapp/ui/list-row';
import { sayPlace } from '../say-place';
import { kindIcons, type ListedPlace } from '../words';

export function PlaceList({ places }: { readonly places: readonly ListedPlace[] }) {
  return (
    <Card flush>
      {places.map(place => (
        <ListRow
          key={place.id}
          icon={kindIcons[place.kind]}
          title={place.name}
          note={sayPlace(place)}
          value={place.distanceMetres === null ? undefined : sayDistance(place.distanceMetres)}
          onPress={() => void go(routes.privilegePlace({ placeId: place.id }))}
        />
      ))}
    </Card>
  );
}
