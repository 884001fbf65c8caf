import { View } from '@tarojs/components';
import { today } from '@miniapp/platform/chinese-date';
import { mapLink } from '@miniapp/platform/map-link';
import { Card } from '@miniapp/ui/card';
import { ListRow } from '@miniapp/ui/list-row';
import { type Site } from '../appointment';
import { sayPlace } from '../say-site';
import './map-row.scss';

interface SitePlacesProps {
  readonly sites: readonly Site[];
  readonly onChoose: (siteId: string) => void;
}

/** In a browser there is no map of the host: the places, each with its times and its link to a map. */
export function SitePlaces({ sites, onChoose }: SitePlacesProps) {
  return (
    <Card flush>
      {sites.map(site => (
        <View key={site.id} className="map-place">
          <ListRow icon="place" title={site.name} note={sayPlace(site, today())} onPress={() => onChoose(site.id)} />
          <a className="map-row-link" href={mapLink(site) ?? ''} target="_blank" rel="noreferrer">
            {`在地图上看${site.name}`}
          </a>
        </View>
      ))}
    </Card>
  );
}
