import { Text } from '@tarojs/components';
import { getCalendarEntry } from '@contract/appointments';
import { useState } from 'react';
import { sayMoment, sayTime } from '@miniapp/platform/chinese-date';
import { copyText } from '@miniapp/platform/copy-text';
import { host, type CalendarEntry } from '@miniapp/platform/host';
import { useParam } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Facts } from '@miniapp/ui/facts';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '加到手机日历' });

type Done = 'added' | 'no calendar' | 'copied' | 'not copied' | null;

/** The entry is fetched first: WeChat opens its calendar only inside the tap itself. */
export default function CalendarPage() {
  const entry = useQuery(getCalendarEntry, { appointmentId: useParam('appointmentId') });
  const [done, setDone] = useState<Done>(null);
  const add = async (value: CalendarEntry) => setDone((await host.addToCalendar(value)) ? 'added' : 'no calendar');
  const copy = async (value: CalendarEntry) => setDone((await copyText(asText(value))) ? 'copied' : 'not copied');
  const value = entry.kind === 'ready' ? entry.value : null;
  const action =
    value &&
    (done === 'no calendar' || done === 'copied' || done === 'not copied' ? (
      <Button onPress={() => void copy(value)}>复制这段文字</Button>
    ) : (
      <Button onPress={() => void add(value)}>加到手机日历</Button>
    ));
  return (
    <Page title="加到手机日历" action={action}>
      <Told done={done} />
      <Loaded query={entry} say={say}>
        {({ title, startsAt, endsAt, location, note, alarmMinutes }) => (
          <Card title={title}>
            <Facts
              items={[
                { label: '时间', value: `${sayMoment(startsAt)}–${sayTime(endsAt)}` },
                { label: '地点', value: location },
                { label: '提醒', value: `提前 ${alarmMinutes / 60} 小时` },
              ]}
            />
            <Text className="t-note t-quiet" selectable>
              {note}
            </Text>
          </Card>
        )}
      </Loaded>
    </Page>
  );
}

function Told({ done }: { readonly done: Done }) {
  if (done === null) return null;
  if (done === 'added')
    return (
      <Notice tone="done" title="已经交给手机日历" announce>
        请在手机上点“保存”。改期以后，再加一次就会更新。
      </Notice>
    );
  if (done === 'copied')
    return (
      <Notice tone="done" announce>
        已经复制，可以粘贴到日历或备忘录里。
      </Notice>
    );
  return (
    <Notice tone="look" title={done === 'no calendar' ? '这里不能直接写入日历' : '没有复制成功'} announce>
      {done === 'no calendar' ? '可以复制下面的内容，粘贴到手机日历里。' : '请长按下面的文字自己复制。'}
    </Notice>
  );
}

const asText = ({ title, startsAt, endsAt, location, note }: CalendarEntry): string =>
  [`${title} ${sayMoment(startsAt)}–${sayTime(endsAt)}`, location, note].join('\n');
