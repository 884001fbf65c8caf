import { View } from '@tarojs/components';
import { sayMoment } from '@miniapp/platform/chinese-date';
import { Icon } from '@miniapp/ui/icon';
import { Press } from '@miniapp/ui/press';
import { type Message } from '../use-inbox';
import './message-row.scss';

interface MessageRowProps {
  readonly message: Message;
  readonly read: boolean;
  readonly onPress: () => void;
}

/** One message: what happened, when, and whether it was seen. */
export function MessageRow({ message, read, onPress }: MessageRowProps) {
  return (
    <Press className={`message${read ? '' : ' message-new'}`} onPress={onPress}>
      <View className="message-words">
        <View className="message-head">
          <View className="message-title">{message.title}</View>
          {!read && <View className="message-mark">未读</View>}
        </View>
        {message.body && <View>{message.body}</View>}
        <View className="t-note t-quiet">{sayMoment(message.at)}</View>
      </View>
      {message.page && <Icon name="forward" colour="ink-3" />}
    </Press>
  );
}
