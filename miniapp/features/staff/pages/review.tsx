import { listClaimsForReview } from '@contract/waivers';
import { call } from '@miniapp/platform/call';
import { usePaged } from '@miniapp/platform/use-paged';
import { useWide } from '@miniapp/platform/use-wide';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Loaded } from '@miniapp/ui/loaded';
import { MoreButton } from '@miniapp/ui/more-button';
import { Page } from '@miniapp/ui/page';
import { ReviewRow } from '../components/review-row';
import { say } from '../review-words';

definePageConfig({ navigationBarTitleText: '待审的减免申请' });

export default function ReviewPage() {
  useWide();
  const { query, more, loadMore } = usePaged(cursor => call(listClaimsForReview, { cursor, limit: '20' }));
  return (
    <Page title="待审的减免申请">
      <Loaded query={query} say={say}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              icon="check-circle"
              title="没有待审的申请"
              text="系统不能自动判断的申请会列在这里，等得最久的排在最前。"
            />
          ) : (
            <>
              {items.map(claim => (
                <ReviewRow key={claim.id} claim={claim} />
              ))}
              <MoreButton more={more} label="查看更多" end="后面没有了" onPress={() => void loadMore()} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
