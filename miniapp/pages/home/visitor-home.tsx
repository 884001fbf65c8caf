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

/** Signed in, but we do not know who it is: one step is left. */
export function VisitorHome() {
  return (
    <Page title="浙江无偿献血" tab action={<Button onPress={() => void go(routes.bindIdentity())}>去实名认证</Button>}>
      <View className="home-hero">
        <Heading>还差一步：实名认证</Heading>
        <View>献过血的，填写姓名、证件号码和任意一次的献血码，就能看到献血证和全部记录。</View>
        <View>还没有献过血？用身份证和手机短信就能认证，马上可以预约。</View>
      </View>
      <Card flush>
        <SelfCheckRow />
        <ListRow icon="place" title="先看看附近的献血点" onPress={() => void go(routes.booking())} />
        <ElderRow />
      </Card>
      <Card flush title="认证后可以">
        {services.map(service => (
          <ListRow key={service.title} icon={service.icon} title={service.title} note={service.note} />
        ))}
      </Card>
    </Page>
  );
}
