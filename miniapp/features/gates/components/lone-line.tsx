import { View } from '@tarojs/components';
import { Tag } from '@miniapp/ui/tag';
import { type LoneState } from '../use-lone-gate';
import { sayKeyAge } from '../say-key-age';

/** Always there: with or without a network, how old the keys are, what still has to go up. */
export function LoneLine({ state: { online, keyAge, waiting, alarm } }: { readonly state: LoneState }) {
  const keys = keyAge === null ? null : sayKeyAge(keyAge);
  return (
    <View className="gate-state">
      <Tag tone={online ? 'done' : 'look'}>{online ? '已联网' : '没有网络'}</Tag>
      <Tag tone={keys?.tone ?? 'look'}>{keys?.text ?? '不能离线验码'}</Tag>
      {waiting > 0 && <Tag tone="look">{`待上传 ${waiting} 条`}</Tag>}
      {alarm && <Tag tone="stop">密钥异常，请联系运营人员</Tag>}
    </View>
  );
}
