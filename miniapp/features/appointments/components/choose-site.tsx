import { useState } from 'react';
import { hostName, isWeb } from '@miniapp/platform/build';
import { go, routes } from '@miniapp/platform/routes';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { SelectField } from '@miniapp/ui/field-pick';
import { Heading } from '@miniapp/ui/heading';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { ViewSwitch } from '@miniapp/ui/view-switch';
import { type BookableType, type Site } from '../appointment';
import { firstChoice } from '../first-choice';
import { preferredFirst } from '../preferred-first';
import { useLastDonation } from '../use-last-donation';
import { useNextDates } from '../use-next-date';
import { usePreferred } from '../use-preferred';
import { useSites } from '../use-sites';
import { say } from '../words';
import { ChooseType } from './choose-type';
import { SitePlaces } from './site-places';
import { SiteRow } from './site-row';
import { SitesMap } from './sites-map';

/** First what, then where. */
export function ChooseSite() {
  const last = useLastDonation();
  const { nextDates, asking } = useNextDates();
  const [chosen, setType] = useState<BookableType>();
  const waits = chosen === undefined && (last === undefined || asking);
  const type = chosen ?? firstChoice(last?.type ?? null, nextDates);
  const { sites, city, chooseCity, near, askPosition } = useSites({
    type,
    usualCity: last?.city ?? '',
    skip: waits,
  });
  const preferred = usePreferred();
  const now = nextDates.find(date => date.type === type)?.possibleNow ?? true;
  return (
    <>
      <ChooseType value={waits ? null : type} nextDates={nextDates} onChange={setType} />
      <Heading>选一个献血点</Heading>
      {typeof near !== 'object' && (
        <Button kind="secondary" icon="place" busy={near === 'asking'} onPress={() => void askPosition()}>
          先看离我近的
        </Button>
      )}
      {near === 'not told' && (
        <Notice tone="info" announce>
          没有取得您的位置，不影响预约，请按城市查找。
        </Notice>
      )}
      <Loaded query={sites} say={say}>
        {({ items, cities }) => (
          <>
            <SelectField
              id="city"
              label="城市"
              choices={[{ value: '', label: '全部城市' }, ...cities.map(name => ({ value: name, label: name }))]}
              value={city}
              onChange={chooseCity}
            />
            <Sites
              items={preferredFirst(items, preferred.siteIds)}
              preferred={preferred.siteIds}
              type={type}
              showTime={now}
            />
          </>
        )}
      </Loaded>
      <Card flush>
        <ListRow
          icon="people"
          title="单位或学校组织献血？"
          note="用团体预约码，约留给你们的名额"
          onPress={() => void go(routes.groupBooking())}
        />
      </Card>
    </>
  );
}

interface SitesProps {
  readonly items: readonly Site[];
  readonly preferred: readonly string[];
  readonly type: BookableType;
  readonly showTime: boolean;
}

/** 浙里办 has no map and forbids links to one. */
const hasMap = hostName !== 'zheliban';

function Sites({ items, preferred, type, showTime }: SitesProps) {
  const [view, setView] = useState<'list' | 'map'>('list');
  const open = (siteId: string) => void go(routes.site({ siteId, type }));
  if (items.length === 0)
    return <EmptyState icon="place" title="这里还没有献血点" text="请换一个城市，或换一种献血类型。" />;
  const list = (
    <Card flush>
      {items.map(site => (
        <SiteRow
          key={site.id}
          site={site}
          preferred={preferred.includes(site.id)}
          showTime={showTime}
          onPress={() => open(site.id)}
        />
      ))}
    </Card>
  );
  if (!hasMap) return list;
  return (
    <>
      <ViewSwitch
        label="列表或地图"
        choices={[
          { value: 'list', label: '列表' },
          { value: 'map', label: '地图' },
        ]}
        value={view}
        onChange={setView}
      />
      {view === 'list' ? (
        list
      ) : isWeb ? (
        <SitePlaces sites={items} onChoose={open} />
      ) : (
        <SitesMap sites={items} onChoose={open} />
      )}
    </>
  );
}
