import { useState } from 'react';
import { listLooks } from '@contract/gate-registry';
import { call } from '@miniapp/platform/call';
import { sayStamp } from '@miniapp/platform/chinese-date';
import { usePaged } from '@miniapp/platform/use-paged';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { DateField } from '@miniapp/ui/field-pick';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { MoreButton } from '@miniapp/ui/more-button';
import { flaggedWords, sayRegistry } from '../registry-words';

/** At whom staff of all gates were asked to look on a day. */
export function LooksOfDay() {
  const [day, setDay] = useState('');
  const { query, more, loadMore } = usePaged(cursor => call(listLooks, { ...(day && { day }), cursor }), day);
  return (
    <>
      <DateField
        id="looks-day"
        label="哪一天"
        hint="不选就是今天；只保留 30 天"
        optional
        value={day}
        onChange={setDay}
      />
      <Loaded query={query} say={sayRegistry}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="check-circle" title="这一天没有" text="请工作人员查看本人的会列在这里。" />
          ) : (
            <>
              <Card flush>
                {items.map(({ id, at, gateName, city, reason, alias }) => (
                  <ListRow
                    key={id}
                    title={flaggedWords[reason]}
                    note={`${city} ${gateName}，${sayStamp(at)}`}
                    value={`代号 ${alias}`}
                  />
                ))}
              </Card>
              <MoreButton more={more} label="查看更早的" end="这一天没有更早的了" onPress={() => void loadMore()} />
            </>
          )
        }
      </Loaded>
    </>
  );
}
