import { Text, View } from '@tarojs/components';
import { type Output } from '@contract/endpoint';
import { type getWaitingRoom } from '@contract/visits';
import { sayTime } from '@miniapp/platform/chinese-date';
import { canSpeak } from '@miniapp/platform/speech';
import { isWeb } from '@miniapp/platform/build';
import { Button } from '@miniapp/ui/button';
import { useAnnouncements } from '../use-announcements';
import './waiting-room.scss';

/** As many as can be read from the last row of chairs. */
const mostCalls = 4;
const mostWaiting = 18;

/** Numbers and desks; nothing about people. */
export function WaitingRoom({ room }: { readonly room: Output<typeof getWaitingRoom> }) {
  const { siteName, calling, waiting, serverTime } = room;
  const { aloud, allow } = useAnnouncements(calling);
  const latest = [...calling].sort((a, b) => b.calledAt.localeCompare(a.calledAt)).slice(0, mostCalls);
  const more = waiting.length - mostWaiting;
  return (
    <View className="room">
      <View className="room-head">
        <Text className="room-site">{siteName}</Text>
        {canSpeak && !aloud && (
          <View className="room-sound">
            <Button kind="secondary" onPress={allow}>
              打开语音叫号
            </Button>
          </View>
        )}
        <Text className="room-clock">{sayTime(serverTime)}</Text>
      </View>
      <View className="room-calls" {...(isWeb ? { 'aria-live': 'polite' } : {})}>
        <View className="room-title">请到窗口</View>
        {latest.length === 0 && <View className="room-none">请稍候，正在为前面的献血者服务。</View>}
        {latest.map(({ number, desk }) => (
          <View className="room-call" key={number}>
            <Text className="room-number">{number}</Text>
            <Text className="room-desk">{desk}</Text>
          </View>
        ))}
      </View>
      <View className="room-waiting">
        <View className="room-title">{`等候中 ${waiting.length} 人`}</View>
        <View className="room-queue">
          {waiting.slice(0, mostWaiting).map(number => (
            <Text className="room-next" key={number}>
              {number}
            </Text>
          ))}
          {more > 0 && <Text className="room-next">{`另有 ${more} 人`}</Text>}
        </View>
      </View>
      <View className="room-foot">按预约时间叫号，没有预约的排在到站半小时以后。过号了请到窗口说一声。</View>
    </View>
  );
}
