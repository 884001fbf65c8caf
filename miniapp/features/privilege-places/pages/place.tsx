import { getPrivilegePlace } from '@contract/privilege-places';
import { MapRow } from '@miniapp/features/appointments/components/map-row';
import { go, routes, useParam } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Facts } from '@miniapp/ui/facts';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { CityPractice } from '../components/city-practice';
import { say, type ShownPlace, typeWords, wayWords } from '../words';

definePageConfig({ navigationBarTitleText: '地点详情' });

const ways = ['gate', 'desk', 'card'] as const;

export default function PlacePage() {
  const placeId = useParam('placeId');
  const place = useQuery(getPrivilegePlace, { placeId });
  const action = place.kind === 'ready' && <Button onPress={() => void go(routes.code())}>打开优享码</Button>;
  return (
    <Page title={place.kind === 'ready' ? place.value.name : '地点详情'} action={action}>
      <Loaded query={place} say={say}>
        {value => (
          <>
            <About place={value} />
            <Card flush title="在这里怎么用">
              {ways
                .filter(way => value.ways.includes(way))
                .map(way => (
                  <ListRow key={way} icon="check" title={wayWords[way].name} note={wayWords[way].how} />
                ))}
            </Card>
            {value.note !== '' && <Notice tone="info">{value.note}</Notice>}
            <Card flush>
              {value.position && <MapRow place={{ ...value, ...value.position }} title="地图和导航" />}
              <ListRow
                icon="look"
                title="这里不能用？告诉我们"
                note="我们去核实，答复会发到您的消息里"
                onPress={() => void go(routes.reportPlace({ placeId, name: value.name }))}
              />
            </Card>
            {value.practice && <CityPractice practice={value.practice} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function About({ place }: { readonly place: ShownPlace }) {
  const { type, operatorName, city, address, opening, demo } = place;
  return (
    <Card>
      <Facts
        items={[
          { label: '类型', value: typeWords[type] },
          ...(operatorName === '' ? [] : [{ label: '运营单位', value: operatorName }]),
          { label: '地址', value: address === '' ? city : address },
          { label: '开放时间', value: opening === '' ? '以现场公示为准' : opening },
          ...(demo ? [{ label: '说明', value: '演示数据，请以现场公示为准' }] : []),
        ]}
      />
    </Card>
  );
}
