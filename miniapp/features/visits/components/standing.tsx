import { View } from '@tarojs/components';
import { isWeb } from '@miniapp/platform/build';
import { Card } from '@miniapp/ui/card';
import { Figure } from '@miniapp/ui/figure';
import { Notice } from '@miniapp/ui/notice';
import { Stack } from '@miniapp/ui/stack';
import { Ticket } from '@miniapp/ui/ticket';
import { type MyVisit, stateTitles } from '../words';
import { FormReminder } from './form-reminder';
import './standing.scss';

/** Where someone stands in the queue: the number first, then how long, then why. */
export function Standing({ visit }: { readonly visit: MyVisit }) {
  const { number, state, siteName, ahead, estimateMinutes, why, desk } = visit;
  const called = state === 'called' && desk !== null;
  return (
    <>
      <Ticket title={stateTitles[state]} note={siteName}>
        <View className="standing" {...(isWeb ? { role: 'status' } : { ariaRole: 'alert' })}>
          <View className="standing-label">我的号</View>
          <View className="standing-number">{number}</View>
          {called && <View className="standing-desk">{`请到 ${desk}`}</View>}
        </View>
      </Ticket>
      {ahead !== null && (
        <Card>
          <Stack across gap={4}>
            <Figure value={String(ahead)} unit="人" label="前面还有" />
            {estimateMinutes !== null && <Figure value={`约 ${estimateMinutes}`} unit="分钟" label="预计还要等" />}
          </Stack>
        </Card>
      )}
      {(state === 'waiting' || state === 'called') && <FormReminder />}
      <Notice tone={called ? 'look' : 'info'}>{why}</Notice>
      {state === 'waiting' && (
        <Notice tone="info">这一页会自动更新，叫到您时也会发消息。请在附近等候，可以先喝点水。</Notice>
      )}
    </>
  );
}
