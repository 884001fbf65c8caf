import { getSite } from '@contract/sites';
import { host } from '@miniapp/platform/host';
import { go, routes, useParam } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Facts } from '@miniapp/ui/facts';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { asBookableType } from '../appointment';
import { MapRow } from '../components/map-row';
import { sayOpeningHours } from '../opening-hours';
import { say, siteKinds, typeNames } from '../words';

definePageConfig({ navigationBarTitleText: '献血点' });

export default function SitePage() {
  const siteId = useParam('siteId');
  const asked = asBookableType(useParam('type'));
  const site = useQuery(getSite, { siteId });
  const offered = site.kind === 'ready' ? site.value.types : [];
  const type = offered.includes(asked) ? asked : offered[0];
  const choose = type && (
    <Button onPress={() => void go(routes.times({ siteId, type }))}>{`选择献${typeNames[type]}的时间`}</Button>
  );
  return (
    <Page title="献血点" action={choose}>
      <Loaded query={site} say={say}>
        {({ name, kind, openingHours, types, bring, phone, ...place }) => (
          <>
            <Card title={name}>
              <Facts
                items={[
                  { label: '类型', value: siteKinds[kind] },
                  { label: '可以献', value: types.map(each => typeNames[each]).join('、') },
                  ...sayOpeningHours(openingHours).map(({ days, hours }) => ({ label: days, value: hours })),
                  { label: '请带上', value: bring },
                ]}
              />
            </Card>
            <Card flush>
              <MapRow place={{ ...place, name }} />
              <ListRow icon="phone" title="打电话" note={phone} onPress={() => void host.phoneCall(phone)} />
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  );
}
