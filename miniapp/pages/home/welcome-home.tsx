import { View } from '@tarojs/components';
import { go, routes } from '@miniapp/platform/routes';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Heading } from '@miniapp/ui/heading';
import { ListRow } from '@miniapp/ui/list-row';
import { Page } from '@miniapp/ui/page';
import { ElderRow } from './elder-row';
import { SelfCheckRow } from './self-check-row';
import { services } from './services';
import './hero.scss';

/** What this is, for somebody who has not signed in. */
export function WelcomeHome() {
  return (
    <Page title="浙江无偿献血" tab action={<Button onPress={() => void go(routes.signIn())}>登录</Button>}>
      <View className="home-hero">
        <Heading>您的献血，全省都认得</Heading>
        <View>在微信、支付宝、浙里办登录，看到的都是同一份献血记录。</View>
      </View>
      <Card flush>
        <SelfCheckRow />
        <ListRow icon="place" title="先看看附近的献血点" onPress={() => void go(routes.booking())} />
        <ElderRow />
      </Card>
      <Card flush title="可以办这些事">
        {services.map(service => (
          <ListRow key={service.title} icon={service.icon} title={service.title} note={service.note} />
        ))}
      </Card>
    </Page>
  );
}
