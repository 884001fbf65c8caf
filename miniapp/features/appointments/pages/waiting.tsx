import { leaveWaitlist, listWaitlist } from '@contract/waitlist';
import { useState } from 'react';
import { sayDate, sayStamp, today } from '@miniapp/platform/chinese-date';
import { go, routes, startAt } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Confirm } from '@miniapp/ui/confirm';
import { EmptyState } from '@miniapp/ui/empty-state';
import { type Fact, Facts } from '@miniapp/ui/facts';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { Tag } from '@miniapp/ui/tag';
import { type WaitlistEntry } from '../appointment';
import { Lines } from '../components/lines';
import { sayDays, sayHours } from '../say-wait';
import { say, typeNames, waitRules } from '../words';

definePageConfig({ navigationBarTitleText: '我的候补' });

export default function WaitingPage() {
  const mine = useQuery(listWaitlist, {});
  const leave = useCommand(leaveWaitlist);
  const [leaving, setLeaving] = useState<WaitlistEntry | null>(null);
  const open = mine.kind === 'ready' ? mine.value.items.find(({ state }) => state !== 'ended') : undefined;
  if (leaving)
    return (
      <Confirm
        title="退出候补"
        facts={factsOf(leaving)}
        confirmLabel="确认退出"
        busy={leave.busy}
        refusal={leave.refusal ? say(leave.refusal) : undefined}
        onConfirm={() =>
          void leave.run({ entryId: leaving.id }).then(async answer => {
            if (!answer?.ok) return;
            await mine.reload();
            setLeaving(null);
          })
        }
        backLabel="继续候补"
        onBack={() => setLeaving(null)}
      />
    );
  return (
    <Page title="我的候补" action={open && <Action entry={open} onLeave={() => setLeaving(open)} />}>
      <Loaded query={mine} say={say}>
        {() =>
          open ? (
            <>
              <Card
                title={open.site.name}
                aside={open.state === 'offered' ? <Tag tone="look">有名额了</Tag> : <Tag tone="wait">正在候补</Tag>}
              >
                <Facts items={factsOf(open)} />
              </Card>
              <Card title="候补是怎么回事">
                <Lines items={waitRules} />
              </Card>
            </>
          ) : (
            <EmptyState icon="clock" title="没有在候补" text="选时间时遇到约满，可以在那里登记候补。">
              <Button onPress={() => void startAt(routes.booking())}>去看看时间</Button>
            </EmptyState>
          )
        }
      </Loaded>
    </Page>
  );
}

function Action({ entry, onLeave }: { readonly entry: WaitlistEntry; readonly onLeave: () => void }) {
  const { appointmentId, site, type } = entry;
  if (appointmentId)
    return (
      <Button onPress={() => void go(routes.hold({ appointmentId, siteId: site.id, type }))}>看看空出来的时间</Button>
    );
  return (
    <Button kind="secondary" onPress={onLeave}>
      不再候补
    </Button>
  );
}

const factsOf = ({ type, days, from, to, joinedAt, offersFrom }: WaitlistEntry): readonly Fact[] => [
  { label: '献什么', value: typeNames[type] },
  { label: '哪几天', value: sayDays(days) },
  { label: '什么钟点', value: sayHours({ from, to }) },
  { label: '登记时间', value: sayStamp(joinedAt) },
  ...(offersFrom > today() ? [{ label: '开始通知', value: `${sayDate(offersFrom)}起，之前还没有开放预约` }] : []),
];
