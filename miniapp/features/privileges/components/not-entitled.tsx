import { View } from '@tarojs/components';
import { type getPrivilege } from '@contract/privileges';
import { type Output } from '@contract/endpoint';
import { go, routes } from '@miniapp/platform/routes';
import { Card } from '@miniapp/ui/card';
import { Figure } from '@miniapp/ui/figure';
import { ListRow } from '@miniapp/ui/list-row';
import { Stack } from '@miniapp/ui/stack';
import { scopeWords } from '../words';
import { CountStamps } from './count-stamps';

/** How far it still is, what counts, and what waits at the end. */
export function NotEntitled({ privilege }: { readonly privilege: Output<typeof getPrivilege> }) {
  const { awardCountTenths: tenths, neededTenths, clause } = privilege;
  return (
    <>
      <Card title={`还差 ${(neededTenths - tenths) / 10} 次就能开通`}>
        <Stack across gap={6}>
          <Figure value={String(tenths / 10)} unit="次" label="已经累计" />
          <Figure value={String(neededTenths / 10)} unit="次" label="需要" />
        </Stack>
        <CountStamps tenths={tenths} neededTenths={neededTenths} />
        <View>满了会自动开通，不用申请。</View>
      </Card>
      <Card flush title="怎么算次数">
        <ListRow icon="drop" title="献全血" note="每 200 毫升算 1 次；献 400 毫升算 2 次，300 毫升算 1.5 次" />
        <ListRow icon="drop" title="献血小板" note="1 个治疗单位算 1 次；2010 年以前的，1 个算 4 次" />
        <ListRow icon="history" title="查看我的献血记录" onPress={() => void go(routes.history({}))} />
      </Card>
      <Card flush title="开通后可以享受">
        {Object.values(scopeWords).map(({ icon, title, free }) => (
          <ListRow key={title} icon={icon} title={title} note={free} />
        ))}
        <ListRow icon="place" title="哪里可以用" onPress={() => void go(routes.privilegePlaces())} />
      </Card>
      <View className="t-note t-quiet">{`依据：${clause.replace(/:\s*/, '：').replace(/,\s*/g, '，')}。`}</View>
    </>
  );
}
