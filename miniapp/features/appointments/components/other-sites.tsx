import { listSites } from '@contract/sites';
import { go, routes } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { Card } from '@miniapp/ui/card';
import { Heading } from '@miniapp/ui/heading';
import { type BookableType } from '../appointment';
import { SiteRow } from './site-row';

interface OtherSitesProps {
  readonly siteId: string;
  readonly type: BookableType;
  /** The place that was full. */
  readonly near: { readonly latitude: number; readonly longitude: number };
}

const shown = 3;

/** The nearest other sites that have a free time; nothing when there are none. */
export function OtherSites({ siteId, type, near }: OtherSitesProps) {
  const sites = useQuery(listSites, {
    type,
    latitude: near.latitude.toFixed(3),
    longitude: near.longitude.toFixed(3),
  });
  const free =
    sites.kind === 'ready' ? sites.value.items.filter(({ id, nextFreeAt }) => id !== siteId && nextFreeAt) : [];
  if (free.length === 0) return null;
  return (
    <>
      <Heading>附近有空的献血点</Heading>
      <Card flush>
        {free.slice(0, shown).map(site => (
          <SiteRow
            key={site.id}
            site={site}
            showTime
            onPress={() => void go(routes.times({ siteId: site.id, type }))}
          />
        ))}
      </Card>
    </>
  );
}
