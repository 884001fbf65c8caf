import { View } from '@tarojs/components';
import { sayStamp } from '@miniapp/platform/chinese-date';
import { Card } from '@miniapp/ui/card';
import { Heading } from '@miniapp/ui/heading';
import { Stack } from '@miniapp/ui/stack';
import { actWords, type RegisteredGate, sayChange } from '../registry-words';

/** Who did what and when, the newest first. */
export function HistoryCard({ history }: { readonly history: RegisteredGate['history'] }) {
  return (
    <Card title="变更记录">
      {history.length === 0 && <View className="t-quiet">还没有记录。</View>}
      <Stack gap={3}>
        {history.map(({ at, act, by, reason, changes }) => (
          <View key={`${at} ${act}`}>
            <Heading level={3}>{actWords[act]}</Heading>
            <View className="t-note t-quiet">{`${sayStamp(at)} · ${by}`}</View>
            {reason !== '' && <View className="t-note">{`原因：${reason}`}</View>}
            {changes.map(change => (
              <View key={change.field} className="t-note">
                {sayChange(change)}
              </View>
            ))}
          </View>
        ))}
      </Stack>
    </Card>
  );
}
