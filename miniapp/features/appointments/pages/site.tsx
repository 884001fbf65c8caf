import { getSite } from '@contract/sites';
import { sayDate, today } from '@miniapp/platform/chinese-date';
import { host } from '@miniapp/platform/host';
import { go, routes, useParam } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Facts } from '@miniapp/ui/facts';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { SwitchRow } from '@miniapp/ui/switch-row';
import { asBookableType, type SiteDetails } from '../appointment';
import { MapRow } from '../components/map-row';
import { sayOpeningHours } from '../opening-hours';
import { usePreferred } from '../use-preferred';
import { sayNeeds, sayToday } from '../say-site';
import { say, siteKinds, typeNames } from '../words';

definePageConfig({ navigationBarTitleText: '献血点' });

export default function SitePage() {
  const siteId = useParam('siteId');
  const asked = asBookableType(useParam('type'));
  const site = useQuery(getSite, { siteId });
  const preferred = usePreferred();
  const offered = site.kind === 'ready' ? site.value.types : [];
  const type = offered.includes(asked) ? asked : offered[0];
  const choose = type && (
    <Button onPress={() => void go(routes.times({ siteId, type }))}>{`选择献${typeNames[type]}的时间`}</Button>
  );
  return (
    <Page title="献血点" action={choose}>
      <Loaded query={site} say={say}>
        {value => (
          <>
            <Needs needs={value.needs} />
            <Card title={value.name}>
              <Facts
                items={[
                  { label: '类型', value: siteKinds[value.kind] },
                  { label: '可以献', value: value.types.map(each => typeNames[each]).join('、') },
                  { label: '今天', value: sayToday(value).replace(/^今天 ?/, '') },
                  // A vehicle goes by its stops, not by hours of the week.
                  ...(value.kind === 'vehicle'
                    ? []
                    : sayOpeningHours(value.openingHours).map(({ days, hours }) => ({ label: days, value: hours }))),
                  { label: '请带上', value: value.bring },
                ]}
              />
            </Card>
            <Card flush>
              <MapRow place={value} title={placeTitle(value)} />
              <ListRow
                icon="phone"
                title="打电话"
                note={value.phone}
                onPress={() => void host.phoneCall(value.phone)}
              />
            </Card>
            {preferred.isKnown && (
              <Card>
                <SwitchRow
                  id="preferred"
                  label="常去的献血点"
                  note="预约时排在最前面，最多三个"
                  on={preferred.siteIds.includes(siteId)}
                  words={['否', '是']}
                  onChange={on => void preferred.change(siteId, on)}
                />
              </Card>
            )}
            {preferred.refusal && (
              <Notice tone="look" announce>
                {say(preferred.refusal)}
              </Notice>
            )}
            <Stops stops={value.stops} />
            <Closures closures={value.closures} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function placeTitle({ kind, placeOn }: SiteDetails): string {
  if (kind !== 'vehicle' || placeOn === null) return '导航';
  return placeOn === today() ? '导航到今天的位置' : `${sayDate(placeOn)}停在`;
}

function Needs({ needs }: Pick<SiteDetails, 'needs'>) {
  const said = sayNeeds(needs);
  return (
    said && (
      <Notice tone="look" title={said.title}>
        {said.text}
      </Notice>
    )
  );
}

const stopsShown = 7;

function Stops({ stops }: Pick<SiteDetails, 'stops'>) {
  if (stops.length === 0) return null;
  return (
    <Card title="接下来停在哪里" flush>
      {stops.slice(0, stopsShown).map(({ on, opens, closes, address }) => (
        <ListRow key={`${on} ${opens}`} title={`${sayDate(on)}${opens}–${closes}`} note={address} />
      ))}
    </Card>
  );
}

function Closures({ closures }: Pick<SiteDetails, 'closures'>) {
  if (closures.length === 0) return null;
  return (
    <Card title="这些天不开放">
      <Facts items={closures.map(({ on, reason }) => ({ label: sayDate(on), value: reason }))} />
    </Card>
  );
}
