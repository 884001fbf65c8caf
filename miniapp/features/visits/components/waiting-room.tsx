import { Text, View } from '@tarojs/components';
import { sayStamp, sayTime } from '@miniapp/platform/chinese-date';
import { canSpeak } from '@miniapp/platform/speech';
import { isWeb } from '@miniapp/platform/build';
import { Button } from '@miniapp/ui/button';
import { useAnnouncements } from '../use-announcements';
import type { Connection } from '../room-connection';
import { type Room } from '../use-room';
import { stageTitles } from '../words';
import './waiting-room.scss';

/** As many as can be read from the last row of chairs. */
const mostCalls = 5;
const mostNext = 5;

interface WaitingRoomProps {
  readonly room: Room;
  readonly connection: Connection;
  /** By the server's clock, milliseconds. */
  readonly now: number;
}

/** Numbers and desks; nothing about people. */
export function WaitingRoom({ room, connection, now }: WaitingRoomProps) {
  const { siteName, calling, stages, rule, serverTime } = room;
  const { aloud, allow } = useAnnouncements(calling);
  const latest = [...calling].sort((a, b) => b.calledAt.localeCompare(a.calledAt)).slice(0, mostCalls);
  const clock = new Date(now).toISOString();
  return (
    <View className="room">
      <View className="room-head">
        <Text className="room-site">{siteName}</Text>
        <Line connection={connection} since={serverTime} />
        {canSpeak &&
          (aloud ? (
            <Text className="room-line">语音叫号已打开</Text>
          ) : (
            <View className="room-sound">
              <Button kind="secondary" onPress={allow}>
                打开语音叫号
              </Button>
            </View>
          ))}
        <Text className="room-clock">{sayTime(clock)}</Text>
      </View>
      <View className="room-calls" {...(isWeb ? { 'aria-live': 'polite' } : {})}>
        <View className="room-title">请到窗口</View>
        {latest.length === 0 && <View className="room-none">请稍候，正在为前面的献血者服务。</View>}
        {latest.map(({ number, desk, stage }) => (
          <View className="room-call" key={number}>
            <Text className="room-number">{number}</Text>
            <View className="room-where">
              <Text className="room-desk">{desk}</Text>
              <Text className="room-stage">{stageTitles[stage]}</Text>
            </View>
          </View>
        ))}
      </View>
      <View className="room-waiting">
        {stages
          .filter(({ stage }) => stage !== 'rest')
          .map(line => (
            <StageLine key={line.stage} line={line} />
          ))}
      </View>
      <View className="room-foot">{rule}</View>
    </View>
  );
}

/** The next ones of one stage, the first to be called first. */
function StageLine({ line: { stage, waiting, estimateMinutes } }: { readonly line: Room['stages'][number] }) {
  const more = waiting.length - mostNext;
  return (
    <View className="room-lane">
      <View className="room-lane-head">
        <Text className="room-lane-name">{stageTitles[stage]}</Text>
        <Text className="room-lane-note">
          {waiting.length === 0 ? '没有人等' : `${waiting.length} 人等，现在来约等 ${estimateMinutes} 分钟`}
        </Text>
      </View>
      <View className="room-queue">
        {waiting.slice(0, mostNext).map(number => (
          <Text className="room-next" key={number}>
            {number}
          </Text>
        ))}
        {more > 0 && <Text className="room-more">{`还有 ${more} 人`}</Text>}
      </View>
    </View>
  );
}

function Line({ connection, since }: { readonly connection: Connection; readonly since: string }) {
  if (connection === 'lost')
    return <Text className="room-line room-line-lost">{`网络断了，下面是 ${sayStamp(since)} 的情况`}</Text>;
  return <Text className="room-line">{connection === 'live' ? '实时更新' : '每 10 秒更新'}</Text>;
}
