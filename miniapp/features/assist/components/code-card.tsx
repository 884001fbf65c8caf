import { type makeDelegationCode } from '@contract/assist';
import { type Output } from '@contract/endpoint';
import { View } from '@tarojs/components';
import { sayTime } from '@miniapp/platform/chinese-date';
import { Card } from '@miniapp/ui/card';
import { sayGrants } from '../words';
import './assist.scss';

/** Large enough to read out over the phone or to copy by hand. */
export function CodeCard({ made }: { readonly made: Output<typeof makeDelegationCode> }) {
  return (
    <Card title="代办码">
      <View className="assist-code">{`${made.code.slice(0, 4)} ${made.code.slice(4)}`}</View>
      <View className="assist-center">{`${sayTime(made.expiresAt)} 前有效，只能用一次`}</View>
      <View className="t-note t-quiet assist-center">{`亲友可以：${sayGrants(made.grants)}`}</View>
      <View className="t-note t-quiet">
        请亲友在自己的手机上打开“我的 › 我可以代办的人”，填写您的姓名和这个代办码。不要告诉不认识的人。
      </View>
    </Card>
  );
}
