import { useState } from 'react';
import { listManagedPlaces } from '@contract/privilege-places';
import { call } from '@miniapp/platform/call';
import { go, routes } from '@miniapp/platform/routes';
import { usePaged } from '@miniapp/platform/use-paged';
import { useWide } from '@miniapp/platform/use-wide';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { MoreButton } from '@miniapp/ui/more-button';
import { Page } from '@miniapp/ui/page';
import { Tag } from '@miniapp/ui/tag';
import { ViewSwitch } from '@miniapp/ui/view-switch';
import { CitySearch } from '../components/city-search';
import { type ManagedPlace, placeStates, sayPlaces, sayType } from '../registry-words';
import { useSearch } from '../use-search';

definePageConfig({ navigationBarTitleText: '优享码使用地点' });

const states = (['published', 'draft', 'closed'] as const).map(value => ({ value, label: placeStates[value].word }));

export default function ManagedPlacesPage() {
  useWide();
  const [city, setCity] = useState('');
  const [state, setState] = useState<ManagedPlace['state']>('published');
  const { typed, setTyped, search } = useSearch();
  const { query, more, loadMore } = usePaged(
    cursor => call(listManagedPlaces, { state, ...(city && { city }), ...(search && { search }), cursor }),
    `${state} ${city} ${search}`,
  );
  const action = query.kind === 'ready' && <Button onPress={() => void go(routes.placeForm({}))}>新增地点</Button>;
  return (
    <Page title="优享码使用地点" action={action}>
      <Card flush>
        <ListRow icon="inbox" title="献血者反映的问题" onPress={() => void go(routes.placeReports())} />
        <ListRow
          icon="form"
          title="从表格导入"
          note="CSV，先检查再导入"
          onPress={() => void go(routes.importPlaces())}
        />
      </Card>
      <ViewSwitch label="状态" choices={states} value={state} onChange={setState} />
      <CitySearch city={city} onCity={setCity} label="名称、单位或地址" typed={typed} onType={setTyped} />
      <Loaded query={query} say={sayPlaces}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="place" title="没有这样的地点" text="换一个城市、状态或名称，或者新增一个。" />
          ) : (
            <>
              <Card flush>
                {items.map(({ id, name, type, address, city: where, openReports }) => (
                  <ListRow
                    key={id}
                    title={name}
                    note={[sayType(type), where, address].filter(part => part !== '').join(' · ')}
                    value={openReports > 0 ? <Tag tone="look">{`待答复 ${openReports} 条`}</Tag> : undefined}
                    onPress={() => void go(routes.managedPlace({ placeId: id }))}
                  />
                ))}
              </Card>
              <MoreButton more={more} label="查看更多地点" end="后面没有了" onPress={() => void loadMore()} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
