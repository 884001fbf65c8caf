import { View } from '@tarojs/components';
import { spoken } from '@miniapp/platform/spoken';
import { Card } from '@miniapp/ui/card';
import { Figure } from '@miniapp/ui/figure';
import { Notice } from '@miniapp/ui/notice';
import { Outcome } from '@miniapp/ui/outcome';
import { Stack } from '@miniapp/ui/stack';
import { Ticket } from '@miniapp/ui/ticket';
import { type MyVisit, stateTitles } from '../words';
import './standing.scss';

/** Where someone stands in the queue: the number first, then how long, then why. */
export function Standing({ visit }: { readonly visit: MyVisit }) {
  const { number, state, siteName, why, desk } = visit;
  if (state === 'done' || state === 'resting') return <Outcome tone="done" title={stateTitles[state]} text={why} />;
  if (state === 'left' || state === 'deferred') return <Outcome tone="wait" title={stateTitles[state]} text={why} />;
  const called = state === 'called' && desk !== null;
  return (
    <>
      <Ticket title={stateTitles[state]} note={siteName}>
        <View className="standing" {...spoken({ role: 'status' })}>
          <View className="standing-label">我的号</View>
          <View className="standing-number">{number}</View>
          {called && <View className="standing-desk">{`请到 ${desk}`}</View>}
        </View>
      </Ticket>
      <Ahead visit={visit} />
      <Notice tone={called ? 'look' : 'info'}>{why}</Notice>
      {state === 'waiting' && (
        <Notice tone="info">这一页会自动更新，叫到您时也会发消息。请在附近等候，可以先喝点水。</Notice>
      )}
    </>
  );
}

function Ahead({ visit: { ahead, estimateMinutes } }: { readonly visit: MyVisit }) {
  if (ahead === null) return null;
  if (ahead === 0) return <Notice tone="done" title="前面没有人了，下一位就是您" />;
  return (
    <Card>
      <Stack across gap={4}>
        <Figure value={String(ahead)} unit="人" label="前面还有" />
        {estimateMinutes !== null && <Figure value={`约 ${estimateMinutes}`} unit="分钟" label="预计还要等" />}
      </Stack>
    </Card>
  );
}
