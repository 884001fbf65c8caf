import { View } from '@tarojs/components';
import { today } from '@miniapp/platform/chinese-date';
import { mapLink } from '@miniapp/platform/map-link';
import { Card } from '@miniapp/ui/card';
import { type Site } from '../appointment';
import { sayPlace } from '../say-site';
import './map-row.scss';

/** In a browser there is no map of the host: the places, each with its link to a map. */
export function SitePlaces({ sites }: { readonly sites: readonly Site[] }) {
  return (
    <Card>
      {sites.map(site => (
        <View key={site.id}>
          <View className="t-strong">{site.name}</View>
          <View className="t-note t-quiet">{sayPlace(site, today())}</View>
          <a className="map-row-link" href={mapLink(site) ?? ''} target="_blank" rel="noreferrer">
            {`在地图上看${site.name}`}
          </a>
        </View>
      ))}
    </Card>
  );
}
