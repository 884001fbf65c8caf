import { View } from '@tarojs/components';
import './demo-band.scss';

/** So that nobody takes a demonstration for the service. */
export function DemoBand() {
  return (
    <View className="demo-band">
      <View className="demo-band-word">演示</View>
      <View className="demo-band-text">
        这里的人和记录都是虚构的，外部系统由模拟器回答。点一位人物，就以他的身份登录。
      </View>
    </View>
  );
}
