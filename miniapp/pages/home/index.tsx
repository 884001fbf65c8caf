import { Text, View } from '@tarojs/components';
import Checkbox from '@taroify/core/checkbox';
import '@taroify/core/checkbox/style';

definePageConfig({ navigationBarTitleText: '首页' });

export default function Home() {
  return (
    <View>
      <Text>浙江无偿献血</Text>
      <Checkbox>同意</Checkbox>
    </View>
  );
}
