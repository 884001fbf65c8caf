import { useState } from 'react';
import { listFlaggedUses } from '@contract/gate-registry';
import { call } from '@miniapp/platform/call';
import { sayStamp } from '@miniapp/platform/chinese-date';
import { useParam } from '@miniapp/platform/routes';
import { usePaged } from '@miniapp/platform/use-paged';
import { useWide } from '@miniapp/platform/use-wide';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { MoreButton } from '@miniapp/ui/more-button';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { Tag } from '@miniapp/ui/tag';
import { ViewSwitch } from '@miniapp/ui/view-switch';
import { LooksOfDay } from '../components/looks-of-day';
import { flaggedWords, sayRegistry } from '../registry-words';

definePageConfig({ navigationBarTitleText: '可疑的使用' });

const views = [
  { value: 'flagged', label: '不该放行的' },
  { value: 'looks', label: '请人查看的' },
] as const;
type ViewName = (typeof views)[number]['value'];

export default function FlaggedPage() {
  useWide();
  const gateId = useParam('gateId');
  const [view, setView] = useState<ViewName>('flagged');
  // Of one gate both are on one list.
  const looks = !gateId && view === 'looks';
  return (
    <Page title="可疑的使用">
      {!gateId && <ViewSwitch label="看哪一类" choices={views} value={view} onChange={setView} />}
      <Notice tone="info">
        {looks
          ? '全省各验码点当场请工作人员看过本人的，只有代号，没有姓名。同一天里同一个代号是同一位献血者，第二天换新代号。'
          : '近 30 天的。同一位献血者 30 天里有 3 次不该放行的，以后会请工作人员查看本人，不会自动停用；要停用请到“暂停或恢复优享码”。'}
      </Notice>
      {looks ? <LooksOfDay /> : <FlaggedUses gateId={gateId} />}
    </Page>
  );
}

function FlaggedUses({ gateId }: { readonly gateId: string }) {
  const { query, more, loadMore } = usePaged(
    cursor => call(listFlaggedUses, { ...(gateId && { gateId }), cursor }),
    gateId,
  );
  return (
    <Loaded query={query} say={sayRegistry}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState icon="check-circle" title="没有可疑的使用" text="断网时放行、事后发现有问题的会列在这里。" />
        ) : (
          <>
            <Card flush>
              {items.map(({ id, at, gateName, city, alone, flagged, reason, maskedName, times }) => (
                <ListRow
                  key={id}
                  title={flaggedWords[reason]}
                  note={[
                    `${city} ${gateName}，${sayStamp(at)}`,
                    `${maskedName ?? '查不到献血者'}${times > 0 ? `，30 天内 ${times} 次` : ''}${alone ? '，断网时放行' : ''}`,
                  ].join('；')}
                  value={flagged ? <Tag tone="stop">不该放行</Tag> : <Tag tone="look">请人查看</Tag>}
                />
              ))}
            </Card>
            <MoreButton more={more} label="查看更早的" end="没有更早的了" onPress={() => void loadMore()} />
          </>
        )
      }
    </Loaded>
  );
}
