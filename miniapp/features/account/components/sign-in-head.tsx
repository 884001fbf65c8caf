import { View } from '@tarojs/components';
import { Heading } from '@miniapp/ui/heading';
import { Icon } from '@miniapp/ui/icon';
import './sign-in-head.scss';

export function SignInHead({ text }: { readonly text: string }) {
  return (
    <View className="sign-in-head">
      <View className="sign-in-mark">
        <Icon name="drop" colour="red" scale={2} />
      </View>
      <Heading>浙江无偿献血公众服务</Heading>
      <View className="sign-in-text">{text}</View>
    </View>
  );
}
