import { useState } from 'react';
import { listClaimsForReview, listReviewCities } from '@contract/waiver-review';
import { call } from '@miniapp/platform/call';
import { usePaged } from '@miniapp/platform/use-paged';
import { useQuery } from '@miniapp/platform/use-query';
import { useWide } from '@miniapp/platform/use-wide';
import { Card } from '@miniapp/ui/card';
import { Column, Columns } from '@miniapp/ui/columns';
import { EmptyState } from '@miniapp/ui/empty-state';
import { SelectField } from '@miniapp/ui/field-pick';
import { Loaded } from '@miniapp/ui/loaded';
import { MoreButton } from '@miniapp/ui/more-button';
import { Page } from '@miniapp/ui/page';
import { ReviewRow } from '../components/review-row';
import { reasonNames, say } from '../review-words';

definePageConfig({ navigationBarTitleText: '待审的减免申请' });

const any = '';

export default function ReviewPage() {
  useWide();
  const [reason, setReason] = useState(any);
  const [city, setCity] = useState(any);
  const counts = useQuery(listReviewCities, {});
  const known = counts.kind === 'ready' ? counts.value : { cities: [], reasons: [] };
  const chosen = known.reasons.find(one => one.reason === reason)?.reason;
  const { query, more, loadMore } = usePaged(
    cursor =>
      call(listClaimsForReview, {
        ...{ cursor, limit: '20' },
        ...(chosen && { reason: chosen }),
        ...(city !== any && { city }),
      }),
    `${reason}/${city}`,
  );
  const isFiltered = reason !== any || city !== any;
  return (
    <Page title="待审的减免申请">
      <Card>
        <Columns>
          <Column>
            <SelectField
              id="review-reason"
              label="原因"
              choices={[
                { value: any, label: '全部原因' },
                ...known.reasons.map(one => ({
                  value: one.reason,
                  label: `${reasonNames[one.reason].replace(/。$/, '')}（${one.count}）`,
                })),
              ]}
              value={reason}
              onChange={setReason}
            />
          </Column>
          <Column>
            <SelectField
              id="review-city"
              label="医院所在市"
              choices={[
                { value: any, label: '全部城市' },
                ...known.cities.map(one => ({ value: one.city, label: `${one.city}（${one.count}）` })),
              ]}
              value={city}
              onChange={setCity}
            />
          </Column>
        </Columns>
      </Card>
      <Loaded query={query} say={say}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              icon="check-circle"
              title={isFiltered ? '没有这样的申请' : '没有待审的申请'}
              text={isFiltered ? '换一个原因或者城市看看。' : '系统不能自动判断的申请会列在这里，等得最久的排在最前。'}
            />
          ) : (
            <>
              {items.map(line => (
                <ReviewRow key={line.id} line={line} />
              ))}
              <MoreButton more={more} label="查看更多" end="后面没有了" onPress={() => void loadMore()} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
