import { Text, View } from '@tarojs/components';
import { chooseElder, useElder } from '@miniapp/platform/elder';
import { routes, startAt } from '@miniapp/platform/routes';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { CertificatePaper } from '@miniapp/ui/certificate/certificate-paper';
import { Figure } from '@miniapp/ui/figure';
import { ListRow } from '@miniapp/ui/list-row';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { Stack } from '@miniapp/ui/stack';
import { Tag } from '@miniapp/ui/tag';

definePageConfig({ navigationBarTitleText: '浙江无偿献血' });

const nothing = () => undefined;

/** Shows the design language until the real home page takes its place. */
export default function Home() {
  const elder = useElder();
  return (
    <Page title="浙江无偿献血" tab action={<Button onPress={() => void startAt(routes.booking())}>预约献血</Button>}>
      <CertificatePaper
        issuer="浙江省卫生健康委员会"
        title="无偿献血证"
        numberLabel="证书编号"
        number="ZJ 3301 0000 0000 01"
        sealLabel="电子证照标识"
      >
        <Stack gap={4}>
          <Stack across spread>
            <View className="t-title">测试甲</View>
            <Text className="t-lead">A 型 · RhD 阳性</Text>
          </Stack>
          <Stack across gap={4}>
            <Figure value="12" unit="次" label="累计献血" />
            <Figure value="3,200" unit="毫升" label="全血" />
            <Figure value="4.5" unit="单位" label="血小板" />
          </Stack>
        </Stack>
      </CertificatePaper>
      <Notice tone="done" title="现在可以献血">
        全血：今天起；血小板：今天起
      </Notice>
      <Card flush title="我的事项" aside="2 项">
        <ListRow
          icon="calendar"
          title="11月28日（周六）09:30"
          note="杭州武林广场献血屋 · 全血"
          value={<Tag tone="wait">待到站</Tag>}
          onPress={nothing}
        />
        <ListRow
          icon="receipt"
          title="用血费用减免"
          note="父亲 · 11月20日提交"
          value={<Tag tone="look">待补材料</Tag>}
          onPress={nothing}
        />
      </Card>
      <Card flush>
        <ListRow icon="history" title="献血记录" note="按时间、按地点查看" onPress={nothing} />
        <ListRow
          icon="large-type"
          title={elder ? '返回标准版' : '切换到大字版'}
          id="elder"
          onPress={() => chooseElder(!elder)}
        />
      </Card>
    </Page>
  );
}
