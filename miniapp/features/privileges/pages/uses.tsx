import { listPrivilegeUses } from '@contract/privileges';
import { call } from '@miniapp/platform/call';
import { sayStamp } from '@miniapp/platform/chinese-date';
import { usePaged } from '@miniapp/platform/use-paged';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { MoreButton } from '@miniapp/ui/more-button';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { Tag, type Tone } from '@miniapp/ui/tag';
import { say, scopeWords } from '../words';

definePageConfig({ navigationBarTitleText: '优享码使用记录' });

const results = {
  green: { tone: 'done', word: '已通行' },
  amber: { tone: 'look', word: '人工查看' },
  red: { tone: 'stop', word: '未通行' },
} as const satisfies Record<string, { tone: Tone; word: string }>;

export default function UsesPage() {
  const { query, more, loadMore } = usePaged(cursor => call(listPrivilegeUses, { cursor }));
  return (
    <Page title="优享码使用记录">
      <Loaded query={query} say={say}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="history" title="还没有使用过" text="每次扫码的时间和地点会记在这里，只有您自己能看到。" />
          ) : (
            <>
              <Card flush>
                {items.map(use => (
                  <ListRow
                    key={use.id}
                    icon={scopeWords[use.scope].icon}
                    title={use.gateName}
                    note={`${use.city} · ${sayStamp(use.at)}`}
                    value={<Tag tone={results[use.result].tone}>{results[use.result].word}</Tag>}
                  />
                ))}
              </Card>
              <MoreButton more={more} label="查看更早的记录" end="没有更早的记录了" onPress={() => void loadMore()} />
              <Notice tone="info">发现不是您本人的使用，请拨打 96614。</Notice>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
