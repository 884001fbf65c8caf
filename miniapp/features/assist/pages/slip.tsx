import { listAppointments } from '@contract/appointments';
import { View } from '@tarojs/components';
import { sayMoment } from '@miniapp/platform/chinese-date';
import { useHelped } from '@miniapp/platform/helped';
import { canPrint, printPage } from '@miniapp/platform/print-page';
import { useParam } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { sayCommon } from '@miniapp/platform/words';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Facts } from '@miniapp/ui/facts';
import { Heading } from '@miniapp/ui/heading';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import '../components/assist.scss';

definePageConfig({ navigationBarTitleText: '预约单' });

const types: Readonly<Record<string, string>> = { whole_blood: '全血', platelets: '血小板' };

/** What a donor without a phone takes home on paper; the document is enough on the day. */
export default function SlipPage() {
  const id = useParam('appointmentId');
  const appointments = useQuery(listAppointments, {});
  const name = useHelped()?.maskedName;
  return (
    <Page title="预约单" className="assist-slip" action={canPrint && <Button onPress={printPage}>打印</Button>}>
      <Loaded query={appointments} say={sayCommon}>
        {({ items }) => {
          const item = items.find(other => other.id === id);
          if (!item)
            return <EmptyState icon="ticket" title="没有这个预约" text="可能已经改期或取消，请返回重新打开。" />;
          return (
            <Card>
              <Heading level={1}>献血预约单</Heading>
              <Facts
                items={[
                  ...(name ? [{ label: '献血者', value: name }] : []),
                  { label: '时间', value: <View className="t-title">{sayMoment(item.startsAt)}</View> },
                  { label: '献血类型', value: types[item.type] ?? item.type },
                  { label: '地点', value: item.site.name },
                  { label: '地址', value: item.site.address },
                  { label: '电话', value: item.site.phone },
                  { label: '请带上', value: item.site.bring },
                ]}
              />
              <View className="t-strong">到站后把证件交给工作人员，就可以签到取号，不用手机。</View>
              <View>不能来时，请打上面的电话取消或改期。</View>
            </Card>
          );
        }}
      </Loaded>
      {!canPrint && (
        <View className="assist-screen-only">
          <Notice tone="info">这里不能打印，请截屏，或请工作人员打印。</Notice>
        </View>
      )}
    </Page>
  );
}
