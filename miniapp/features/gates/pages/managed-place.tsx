import { getManagedPlace } from '@contract/privilege-places';
import { sayStamp } from '@miniapp/platform/chinese-date';
import { go, routes, useParam } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { useWide } from '@miniapp/platform/use-wide';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Column, Columns } from '@miniapp/ui/columns';
import { Facts } from '@miniapp/ui/facts';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { Tag } from '@miniapp/ui/tag';
import { HistoryCard } from '../components/history-card';
import { type ManagedPlace, placeStates, sayPlaces, sayType, wayChoices } from '../registry-words';

definePageConfig({ navigationBarTitleText: '使用地点' });

const known = (text: string): string => (text === '' ? '没有填' : text);

export default function ManagedPlacePage() {
  useWide();
  const placeId = useParam('placeId');
  const place = useQuery(getManagedPlace, { placeId });
  const action = place.kind === 'ready' && (
    <Button onPress={() => void go(routes.placeForm({ placeId }))}>
      {place.value.state === 'published' ? '修改' : '修改或发布'}
    </Button>
  );
  return (
    <Page title={place.kind === 'ready' ? place.value.name : '使用地点'} action={action}>
      <Loaded query={place} say={sayPlaces}>
        {value => (
          <Columns>
            <Column>
              <About place={value} />
              <Card flush>
                {value.openReports > 0 && (
                  <ListRow
                    icon="inbox"
                    title={`献血者反映 ${value.openReports} 条，等着答复`}
                    onPress={() => void go(routes.placeReports())}
                  />
                )}
                {value.state !== 'closed' && (
                  <ListRow
                    icon="stop"
                    title="关闭这个地点"
                    note="献血者不再看到，记录保留"
                    onPress={() => void go(routes.closePlace({ placeId }))}
                  />
                )}
              </Card>
            </Column>
            <Column>
              <HistoryCard history={value.history} />
            </Column>
          </Columns>
        )}
      </Loaded>
    </Page>
  );
}

function About({ place }: { readonly place: ManagedPlace }) {
  const { city, type, operatorName, address, opening, note, ways, position, state, updatedAt, demo } = place;
  return (
    <Card title="内容" aside={<Tag tone={placeStates[state].tone}>{placeStates[state].word}</Tag>}>
      <Facts
        items={[
          { label: '城市', value: city },
          { label: '类型', value: sayType(type) },
          { label: '怎么用', value: wayChoices.flatMap(way => (ways.includes(way.value) ? way.label : [])).join('、') },
          { label: '运营单位', value: known(operatorName) },
          { label: '地址', value: known(address) },
          { label: '开放时间', value: known(opening) },
          { label: '说明', value: known(note) },
          { label: '坐标', value: position ? `${position.latitude}，${position.longitude}` : '没有填' },
          { label: '最后修改', value: sayStamp(updatedAt) },
          ...(demo ? [{ label: '来源', value: '演示数据' }] : []),
        ]}
      />
    </Card>
  );
}
