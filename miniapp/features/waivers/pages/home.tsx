import { getEntitlement } from '@contract/waivers';
import { go, routes } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { CircleCard } from '../components/circle-card';
import { HowItWorks } from '../components/how-it-works';
import { LinkedCard } from '../components/linked-card';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '用血减免' });

export default function WaiverHomePage() {
  const entitlement = useQuery(getEntitlement, {});
  return (
    <Page
      title="用血减免"
      action={entitlement.kind === 'ready' && <Button onPress={() => void go(routes.newClaim())}>在线申请减免</Button>}
    >
      <HowItWorks />
      <Card flush>
        <ListRow
          icon="qr-code"
          title="出院减免码"
          note="出院结算时给收费窗口扫，不用带材料"
          onPress={() => void go(routes.deskCode())}
        />
        <ListRow
          icon="form"
          title="我能享受什么"
          note="一次一次献血怎么算、额度怎么变动、一家人用了多少"
          onPress={() => void go(routes.entitlement())}
        />
        <ListRow
          icon="people"
          title="亲属请我同意查询"
          note="亲属用您的额度申请时，先在这里问您"
          onPress={() => void go(routes.kinshipConsents())}
        />
        <ListRow icon="info" title="为什么无偿献血，用血还要付费" onPress={() => void go(routes.whyFee())} />
      </Card>
      <LinkedCard />
      <Loaded query={entitlement} say={say}>
        {({ own, relatives, extendedRelatives }) =>
          [own, relatives, extendedRelatives].some(({ entitled, lines }) => entitled || lines.length > 0) ? (
            <>
              <CircleCard title="我本人用血" who="按您自己的献血记录" entitlement={own} />
              <CircleCard title="我的近亲属用血" who="您的配偶、父母、子女，共用一个额度" entitlement={relatives} />
              <CircleCard
                title="更多亲属用血"
                who="兄弟姐妹、祖父母、外祖父母、配偶的父母，与近亲属共用额度"
                entitlement={extendedRelatives}
              />
            </>
          ) : (
            <Notice tone="info" title="您还没有献血记录">
              如果您的配偶、子女、父母献过血，可以用他们的献血量申请减免。
            </Notice>
          )
        }
      </Loaded>
    </Page>
  );
}
