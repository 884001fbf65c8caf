import { View } from '@tarojs/components';
import { isWeb } from '@miniapp/platform/build';
import { Picture } from '@miniapp/ui/picture';
import './guided-photo.scss';

/** Lines of a one-inch document photo (一寸照): crown, chin and the middle; whether it fits is for a person to judge. */
export function GuidedPhoto({ address, label }: { readonly address: string; readonly label: string }) {
  const hidden = isWeb ? { 'aria-hidden': true } : {};
  return (
    <View className="honor-guided">
      <Picture className="honor-guided-photo" address={address} label={label} />
      <View className="honor-guides" {...hidden}>
        <View className="honor-guide-crown">
          <View className="honor-guide-word">头顶</View>
        </View>
        <View className="honor-guide-chin">
          <View className="honor-guide-word">下巴</View>
        </View>
        <View className="honor-guide-middle" />
      </View>
    </View>
  );
}
