import { View } from '@tarojs/components';
import { NextBooking } from '@miniapp/features/appointments/components/next-booking';
import { go, routes } from '@miniapp/platform/routes';
import { useNow } from '@miniapp/platform/use-now';
import { Card } from '@miniapp/ui/card';
import { Figure } from '@miniapp/ui/figure';
import { ListRow } from '@miniapp/ui/list-row';
import { Notice } from '@miniapp/ui/notice';
import { Outcome } from '@miniapp/ui/outcome';
import { restSeconds, sayCountdown } from '../rest-clock';
import { type MyVisit, stateTitles } from '../words';

/** The end of a visit with a donation: first rest, then thanks, care for tomorrow and the way to the next one. */
export function Thanks({ visit }: { readonly visit: MyVisit }) {
  const { state, restUntil, donationId } = visit;
  return (
    <>
      <Outcome
        tone="done"
        title={stateTitles[state]}
        text="您的血会去到需要它的病人身边。谢谢您花时间来，也谢谢您挽起袖子。"
      />
      {state === 'resting' && restUntil && <Rest until={restUntil} />}
      <Card title="今天和明天">
        <View>多喝水，今天不喝酒、不做剧烈运动，扎针的手不提重物，按压处 4 小时后再揭开。</View>
        <View>头晕就坐下或躺下，把脚抬高。明天我们会问问您好不好。</View>
      </Card>
      <Card flush>
        {donationId && (
          <ListRow icon="certificate" title="这次的献血证" onPress={() => void go(routes.donation({ donationId }))} />
        )}
        <ListRow icon="heart" title="哪里不舒服" note="告诉我们，血站会联系您" onPress={() => tellUs(donationId)} />
        <ListRow icon="edit" title="今天的服务怎么样" onPress={() => void go(routes.survey())} />
      </Card>
      <NextBooking />
      <Card flush>
        <ListRow
          icon="calendar"
          title="约下一次献血"
          note="先看哪天起可以献"
          onPress={() => void go(routes.booking())}
        />
      </Card>
    </>
  );
}

const tellUs = (donationId: string | null) => void go(routes.reportReaction(donationId === null ? {} : { donationId }));

function Rest({ until }: { readonly until: string }) {
  const left = restSeconds(until, useNow(1));
  if (left === 0)
    return (
      <Notice tone="done" title="休息时间到了">
        没有不舒服就可以离开，慢慢起身。
      </Notice>
    );
  return (
    <Card>
      <Figure value={sayCountdown(left)} label="请再坐一会儿，多喝水" />
    </Card>
  );
}
