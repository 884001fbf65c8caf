import { View } from '@tarojs/components';
import { type getCertificate } from '@contract/certificates';
import { type Output } from '@contract/endpoint';
import { NextDatesCard } from '@miniapp/features/certificates/components/next-dates-card';
import { go, routes } from '@miniapp/platform/routes';
import { Card } from '@miniapp/ui/card';
import { Heading } from '@miniapp/ui/heading';
import { ListRow } from '@miniapp/ui/list-row';
import { ElderRow } from './elder-row';
import { FirstSteps } from './first-steps';
import { DeferralCard } from './deferral-card';
import { SelfCheckRow } from './self-check-row';
import './hero.scss';

/** Nobody has given yet: how it goes, and that it is not hard. */
export function FirstTimeHome({ certificate }: { readonly certificate: Output<typeof getCertificate> }) {
  return (
    <>
      <View className="home-hero">
        <Heading>第一次献血，我们陪着您</Heading>
        <View>{`${certificate.holder.name}，您好。从登记到休息，大约一个小时，抽血只要十分钟左右。`}</View>
      </View>
      <Card title="献血分四步">
        <FirstSteps />
      </Card>
      {certificate.deferral && <DeferralCard {...certificate.deferral} />}
      <NextDatesCard dates={certificate.nextDates} />
      <Card flush>
        <SelfCheckRow />
        <ListRow
          icon="receipt"
          title="用血减免"
          note="亲属献过血，您用血也可以申请"
          onPress={() => void go(routes.waivers())}
        />
        <ElderRow />
      </Card>
    </>
  );
}
