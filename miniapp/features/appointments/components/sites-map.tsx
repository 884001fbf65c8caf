import { Map } from '@tarojs/components';
import { type Site } from '../appointment';
import './sites-map.scss';

interface SitesMapProps {
  readonly sites: readonly Site[];
  readonly onChoose: (siteId: string) => void;
}

/** WeChat names the mark in the detail of the event, Alipay in the event itself. */
interface MarkTapped {
  readonly detail: { readonly markerId?: number | string };
  readonly mpEvent?: { readonly markerId?: number | string };
}

/** The host's map with a mark for each site; a tap on a mark opens the site. Marks take numbers, so the place in the list is theirs. */
export function SitesMap({ sites, onChoose }: SitesMapProps) {
  const first = sites[0];
  if (!first) return null;
  const points = sites.map(({ latitude, longitude }) => ({ latitude, longitude }));
  const choose = (event: MarkTapped) => {
    const site = sites[Number(event.detail.markerId ?? event.mpEvent?.markerId)];
    if (site) onChoose(site.id);
  };
  return (
    <Map
      className="sites-map"
      latitude={first.latitude}
      longitude={first.longitude}
      scale={11}
      includePoints={points}
      markers={sites.map(({ name, latitude, longitude }, id) => ({
        id,
        latitude,
        longitude,
        title: name,
        iconPath: '/assets/tab/booking-on.png',
        width: 28,
        height: 28,
        callout: {
          content: name,
          color: '#1f2328',
          fontSize: 14,
          anchorX: 0,
          anchorY: 0,
          borderRadius: 8,
          borderWidth: 1,
          borderColor: '#e8e1d6',
          bgColor: '#ffffff',
          padding: 6,
          display: 'ALWAYS',
          textAlign: 'center',
        },
      }))}
      onMarkerTap={choose}
      onCalloutTap={choose}
      onError={() => undefined}
    />
  );
}
