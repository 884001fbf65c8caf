import { useState } from 'react';
import { listGates } from '@contract/gate-registry';
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
import { CitySearch } from '../components/city-search';
import { tagOf } from '../gate-state-tag';
import { sayRegistry } from '../registry-words';
import { useSearch } from '../use-search';

definePageConfig({ navigationBarTitleText: '验码设备' });

export default function RegistryPage() {
  useWide();
  const [city, setCity] = useState('');
  const { typed, setTyped, search } = useSearch();
  const load = async (cursor: string | undefined) => {
    const answer = await call(listGates, { ...(city && { city }), ...(search && { search }), cursor });
    if (!answer.ok) return answer;
    const items = answer.value.items.map(gate => ({ ...gate, id: gate.gateId }));
    return { ...answer, value: { ...answer.value, items } };
  };
  const { query, more, loadMore } = usePaged(load, `${city} ${search}`);
  const action = query.kind === 'ready' && <Button onPress={() => void go(routes.gateForm({}))}>登记验码设备</Button>;
  return (
    <Page title="验码设备" action={action}>
      <CitySearch city={city} onCity={setCity} label="编号、名称、单位或位置" typed={typed} onType={setTyped} />
      <Card flush>
        <ListRow
          icon="look"
          title="可疑的使用"
          note="断网时放行、事后发现不该放行的"
          onPress={() => void go(routes.flaggedUses({}))}
        />
      </Card>
      <Loaded query={query} say={sayRegistry}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="gate" title="没有这样的设备" text="换一个城市或名称，或者登记一台新的。" />
          ) : (
            <>
              <Card flush>
                {items.map(gate => {
                  const { tone, word } = tagOf(gate, Date.now());
                  return (
                    <ListRow
                      key={gate.id}
                      icon="gate"
                      title={gate.name}
                      note={[gate.code, gate.operatorName, gate.city].filter(part => part !== '').join(' · ')}
                      value={<Tag tone={tone}>{word}</Tag>}
                      onPress={() => void go(routes.gateDetails({ gateId: gate.id }))}
                    />
                  );
                })}
              </Card>
              <MoreButton more={more} label="查看更多设备" end="后面没有了" onPress={() => void loadMore()} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
