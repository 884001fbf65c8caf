import { View } from '@tarojs/components';
import { Icon } from '@miniapp/ui/icon';
import './lines.scss';

/** A few sentences, one below the other, each with its mark. */
export function Lines({ items }: { readonly items: readonly string[] }) {
  return (
    <View className="lines">
      {items.map(item => (
        <View className="line" key={item}>
          <Icon name="check" colour="teal" />
          <View className="line-words">{item}</View>
        </View>
      ))}
    </View>
  );
}
