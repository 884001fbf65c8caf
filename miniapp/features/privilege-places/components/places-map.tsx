import { Map, View } from '@tarojs/components';
import { isWeb } from '@miniapp/platform/build';
import { mapLink } from '@miniapp/platform/map-link';
import { go, routes } from '@miniapp/platform/routes';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { type ListedPlace } from '../words';
import './places-map.scss';

interface Placed extends ListedPlace {
  readonly position: NonNullable<ListedPlace['position']>;
}

/** WeChat names the mark in the detail of the event, Alipay in the event itself. */
interface MarkTapped {
  readonly detail: { readonly markerId?: number | string };
  readonly mpEvent?: { readonly markerId?: number | string };
}

/** The host's map with a mark for each place; in a browser, which has none, the places with their links to one. */
export function PlacesMap({ places }: { readonly places: readonly ListedPlace[] }) {
  const placed = places.filter((place): place is Placed => place.position !== null);
  const [first] = placed;
  if (!first) return <EmptyState icon="place" title="这些地点没有位置" text="请看列表里的地址。" />;
  if (isWeb) return <Links places={placed} />;
  const open = (event: MarkTapped) => {
    const place = placed[Number(event.detail.markerId ?? event.mpEvent?.markerId)];
    if (place) void go(routes.privilegePlace({ placeId: place.id }));
  };
  return (
    <Map
      className="places-map"
      latitude={first.position.latitude}
      longitude={first.position.longitude}
      scale={11}
      includePoints={placed.map(({ position }) => position)}
      markers={placed.map(({ name, position }, id) => ({
        id,
        ...position,
        title: name,
        iconPath: '/assets/tab/booking-on.png',
        width: 28,
        height: 28,
      }))}
      onMarkerTap={open}
      onError={() => undefined}
    />
  );
}

function Links({ places }: { readonly places: readonly Placed[] }) {
  return (
    <Card>
      {places.map(({ id, name, address, city, position }) => (
        <View key={id}>
          <View className="t-strong">{name}</View>
          <View className="t-note t-quiet">{address === '' ? city : address}</View>
          <a
            className="places-map-link"
            href={mapLink({ name, address, ...position }) ?? ''}
            target="_blank"
            rel="noreferrer"
          >
            {`在地图上看${name}`}
          </a>
        </View>
      ))}
    </Card>
  );
}
