import { listHonorApplications } from '@contract/honors';
import { call } from '@miniapp/platform/call';
import { sayStamp } from '@miniapp/platform/chinese-date';
import { go, routes } from '@miniapp/platform/routes';
import { usePaged } from '@miniapp/platform/use-paged';
import { useWide } from '@miniapp/platform/use-wide';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { MoreButton } from '@miniapp/ui/more-button';
import { Page } from '@miniapp/ui/page';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '荣誉证照片审核' });

export default function ReviewHonorsPage() {
  useWide();
  const { query, more, loadMore } = usePaged(cursor => call(listHonorApplications, { cursor, limit: '20' }));
  return (
    <Page title="荣誉证照片审核">
      <Card flush>
        <ListRow
          icon="search"
          title="查找、撤销、换发"
          note="按证书编号或姓名"
          onPress={() => void go(routes.honorRegistry())}
        />
        <ListRow
          icon="shield"
          title="外省获奖准入"
          note="看过外省奖项证明之后"
          onPress={() => void go(routes.admitToHonor())}
        />
      </Card>
      <Loaded query={query} say={say}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="check-circle" title="没有待审的照片" text="新的申请会列在这里，等得最久的排在最前。" />
          ) : (
            <>
              <Card flush>
                {items.map(({ id, maskedName, city, count, kind, admitted, appliedAt }) => (
                  <ListRow
                    key={id}
                    title={`${maskedName}  ${city}`}
                    note={`${kind === 'new' ? '新证' : '换发'}，奖次 ${count}${admitted ? '，外省获奖已准入' : ''}，${sayStamp(appliedAt)}申请`}
                    onPress={() => void go(routes.reviewHonor({ applicationId: id }))}
                  />
                ))}
              </Card>
              <MoreButton more={more} label="查看更多" end="后面没有了" onPress={() => void loadMore()} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
