import { getMyDeferrals } from '@contract/eligibility';
import { View } from '@tarojs/components';
import { sayDate } from '@miniapp/platform/chinese-date';
import { go, routes } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { Card } from '@miniapp/ui/card';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Outcome } from '@miniapp/ui/outcome';
import { say } from '../words';

/** The end of a visit without a donation: why, as far as a phone may say it, and from when on again. */
export function NoDonation({ deferred }: { readonly deferred: boolean }) {
  return (
    <>
      <Outcome
        tone="wait"
        title="今天没有献血"
        text={deferred ? '谢谢您专程来。这是为了您和用血的病人都安全。' : '谢谢您来过，方便的时候欢迎再来。'}
      />
      {deferred && <Why />}
      <Card flush>
        <ListRow icon="calendar" title="下次什么时候可以献" onPress={() => void go(routes.nextDates())} />
        <ListRow icon="info" title="我的暂缓情况" note="原因、依据和日期" onPress={() => void go(routes.deferrals())} />
      </Card>
    </>
  );
}

function Why() {
  const deferrals = useQuery(getMyDeferrals, {});
  return (
    <Loaded query={deferrals} say={say}>
      {({ items }) =>
        items.length === 0 ? (
          <Notice tone="info">不需要等，换一天来就可以。</Notice>
        ) : (
          <>
            {items.map(({ id, text, until, permanent, source, change }) => (
              <Card key={id} title={until ? `${sayDate(until)}起可以再来` : permanent ? '不能再献血' : '由医生决定'}>
                <View>{`${text.replace(/。$/, '')}。`}</View>
                <View className="t-quiet">{change}</View>
                {source && <View className="t-note t-quiet">{source}</View>}
              </Card>
            ))}
          </>
        )
      }
    </Loaded>
  );
}
