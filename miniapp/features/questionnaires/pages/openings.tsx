import { listOpenings } from '@contract/questionnaires';
import { call } from '@miniapp/platform/call';
import { sayDate, sayStamp } from '@miniapp/platform/chinese-date';
import { usePaged } from '@miniapp/platform/use-paged';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { MoreButton } from '@miniapp/ui/more-button';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { openerWords, purposeWords, sayKept } from '../words';

definePageConfig({ navigationBarTitleText: '谁看过我的征询表' });

export default function OpeningsPage() {
  const { query, more, loadMore } = usePaged(cursor => call(listOpenings, { cursor }));
  return (
    <Page title="谁看过我的征询表">
      <Notice tone="info">健康回答加密保存，每次打开都要有理由，都记在这里，谁也不能删。</Notice>
      <Loaded query={query} say={sayKept}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              icon="shield"
              title="还没有人打开过"
              text="您签名以后，谁、什么时候、为什么打开，这里都会显示。"
            />
          ) : (
            <>
              <Card flush>
                {items.map(({ id, at, purpose, by, place, validOn }) => (
                  <ListRow
                    key={id}
                    icon={by === 'staff' ? 'people' : by === 'me' ? 'person' : 'form'}
                    title={`${place ?? openerWords[by]}：${purposeWords[purpose]}`}
                    note={`${sayStamp(at)} · ${sayDate(validOn)}的征询表`}
                  />
                ))}
              </Card>
              <MoreButton more={more} label="查看更早的" end="没有更早的了" onPress={() => void loadMore()} />
              <Notice tone="info">有不认识的，请拨打 96614。</Notice>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
