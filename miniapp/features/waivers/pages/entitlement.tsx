import { getEntitlement } from '@contract/waivers';
import { go, routes } from '@miniapp/platform/routes';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { useQuery } from '@miniapp/platform/use-query';
import { View } from '@tarojs/components';
import { Button } from '@miniapp/ui/button';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { CircleCard } from '../components/circle-card';
import { FamilyPool } from '../components/family-pool';
import { Movements } from '../components/movements';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '我能享受什么' });

/** What can be waived today, donation by donation, and everything that has moved it. */
export default function EntitlementPage() {
  const entitlement = useQuery(getEntitlement, {});
  return (
    <Page
      title="我能享受什么"
      action={entitlement.kind === 'ready' && <Button onPress={() => void go(routes.newClaim())}>在线申请减免</Button>}
    >
      <Loaded query={entitlement} say={say}>
        {({ on, own, relatives, extendedRelatives, ledger }) =>
          own.lines.length === 0 && ledger.entries.length === 0 ? (
            <EmptyState
              icon="drop"
              title="还没有献血记录"
              text="献血以后，本人和亲属用血可以减免。配偶、子女、父母献过血的，您用血时可以用他们的额度申请。"
            />
          ) : (
            <>
              <View className="t-quiet">{`按${sayMonthDay(on, '')}的记录计算。`}</View>
              <CircleCard title="我本人用血" who="按您自己的献血记录" entitlement={own} formula />
              <CircleCard
                title="我的近亲属用血"
                who="您的配偶、父母、子女，共用一个额度"
                entitlement={relatives}
                formula
              />
              <CircleCard
                title="更多亲属用血"
                who="兄弟姐妹、祖父母、外祖父母、配偶的父母，与近亲属共用额度"
                entitlement={extendedRelatives}
              />
              <FamilyPool ledger={ledger} />
              <Movements entries={ledger.entries} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
