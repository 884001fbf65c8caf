import { View } from '@tarojs/components';
import { listClaims } from '@contract/waivers';
import { useQuery } from '@miniapp/platform/use-query';
import { Card } from '@miniapp/ui/card';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { OwnBill } from '../components/own-bill';
import { ofBlood } from '../own-bills';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '为什么用血还要付费' });

const costs = [
  ['采集', '一次性采血袋和针具、献血者的体检和化验'],
  ['检验', '血型鉴定，乙肝、丙肝、艾滋病、梅毒等检测，每一袋都要做'],
  ['分离', '把全血制成红细胞、血浆、血小板，去白细胞、病毒灭活'],
  ['储存', '全程冷链保存和运送，到期的不能再用'],
] as const;

/** The law first, then the person's own bill, line by line. */
export default function WhyFeePage() {
  const claims = useQuery(listClaims, {});
  return (
    <Page title="为什么无偿献血，用血还要付费">
      <Card title="血液本身不收费">
        <View>
          献血是无偿的，血站也不卖血。《献血法》第十四条规定：公民临床用血时只交付用于血液的采集、储存、分离、检验等费用。
        </View>
        {costs.map(([name, what]) => (
          <View key={name}>{`· ${name}：${what}`}</View>
        ))}
        <View className="t-quiet">
          这些费用按全省统一的标准收。献过血的人和亲属，按减免办法再把这部分费用减掉；配血等检查费不是用血费用，不在减免范围内。
        </View>
      </Card>
      <Loaded query={claims} say={say}>
        {({ items }) => {
          const bills = ofBlood(items);
          return bills.length === 0 ? (
            <Notice tone="info" title="您还没有查到过用血票据">
              申请减免以后，查到的票据会在这里一项一项对着说明。
            </Notice>
          ) : (
            bills.map(bill => <OwnBill key={bill.code + bill.number} bill={bill} />)
          );
        }}
      </Loaded>
    </Page>
  );
}
