import { View } from '@tarojs/components';
import { spoken } from '@miniapp/platform/spoken';
import { Card } from '@miniapp/ui/card';
import { Figure } from '@miniapp/ui/figure';
import { Notice } from '@miniapp/ui/notice';
import { Stack } from '@miniapp/ui/stack';
import { Ticket } from '@miniapp/ui/ticket';
import { type MyVisit, stageTitles, stateTitles } from '../words';
import { InFront } from './in-front';
import { StageLine } from './stage-line';
import './standing.scss';

/** Where someone stands in the queue: the number first, then how long, then why. */
export function Standing({ visit }: { readonly visit: MyVisit }) {
  const { number, state, siteName, why, desk, stage } = visit;
  const called = state === 'called' && desk !== null;
  const title = state === 'waiting' ? `正在等候${stageTitles[stage]}` : stateTitles[state];
  return (
    <>
      <View className={called ? 'standing-called' : ''} {...spoken({ role: called ? 'alert' : 'status' })}>
        <Ticket title={title} note={siteName}>
          <View className="standing">
            {called && <View className="standing-desk">{`请到 ${desk}`}</View>}
            <View className="standing-label">我的号</View>
            <View className={called ? 'standing-number standing-number-small' : 'standing-number'}>{number}</View>
          </View>
        </Ticket>
      </View>
      {called && <Notice tone="look">{`${stageTitles[stage]}的工作人员正在等您，请带好证件。`}</Notice>}
      <Ahead visit={visit} />
      <StageLine stages={visit.stages} minutesToEnd={visit.minutesToEnd} />
      {state === 'waiting' ? <InFront visit={visit} /> : !called && <Notice tone="info">{why}</Notice>}
      {state === 'waiting' && (
        <Notice tone="info" title="要离开一下？">
          请到窗口说一声，位置给您留着，回来再说一声就接着排。叫到您时手机上会变，也会发消息。
        </Notice>
      )}
    </>
  );
}

function Ahead({ visit: { ahead, estimateMinutes, stage } }: { readonly visit: MyVisit }) {
  if (ahead === null) return null;
  if (ahead === 0)
    return (
      <Notice tone="done" title="前面没有人了，下一位就是您">
        {`请在${stageTitles[stage]}处附近坐着等，叫到号再过去。`}
      </Notice>
    );
  return (
    <Card>
      <Stack across gap={4}>
        <Figure value={String(ahead)} unit="人" label="前面还有" />
        {estimateMinutes !== null && <Figure value={`约 ${estimateMinutes}`} unit="分钟" label="预计还要等" />}
      </Stack>
    </Card>
  );
}
