import { useState } from 'react';
import { View } from '@tarojs/components';
import { hostName } from '@miniapp/platform/build';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Loaded } from '@miniapp/ui/loaded';
import { MoreButton } from '@miniapp/ui/more-button';
import { Page } from '@miniapp/ui/page';
import { ViewSwitch } from '@miniapp/ui/view-switch';
import { CityPractice } from '../components/city-practice';
import { PlaceFilter } from '../components/place-filter';
import { PlaceList } from '../components/place-list';
import { PlacesMap } from '../components/places-map';
import { usePlaces } from '../use-places';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '哪里可以用' });

/** 浙里办 has no map and forbids links to one. */
const hasMap = hostName !== 'zheliban';
const views = [
  { value: 'list', label: '列表' },
  { value: 'map', label: '地图' },
] as const;

export default function PlacesPage() {
  const places = usePlaces();
  const [view, setView] = useState<'list' | 'map'>('list');
  const { query, more, loadMore, practice, count } = places;
  return (
    <Page title="哪里可以用">
      <PlaceFilter places={places} />
      <Loaded query={query} say={say}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              icon="place"
              title="没有找到这样的地点"
              text="请换一个城市、用途或名称。没有列出的地方也可能可以用，请以现场公示为准。"
            />
          ) : (
            <>
              {hasMap && <ViewSwitch label="列表或地图" choices={views} value={view} onChange={setView} />}
              <View className="t-note t-quiet">{`共 ${count} 处`}</View>
              {view === 'list' ? <PlaceList places={items} /> : <PlacesMap places={items} />}
              <MoreButton more={more} label="查看更多地点" end="后面没有了" onPress={() => void loadMore()} />
              {items.some(({ demo }) => demo) && (
                <View className="t-note t-quiet">这里是演示数据，各地点并没有和本服务约定，请以现场公示为准。</View>
              )}
            </>
          )
        }
      </Loaded>
      {practice && <CityPractice practice={practice} />}
    </Page>
  );
}
