import { openGroupBooking } from '@contract/group-bookings';
import { useState } from 'react';
import { go, routes, useParam } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ListRow } from '@miniapp/ui/list-row';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { BookingRefusal } from '../components/booking-refusal';
import { CodeEntry } from '../components/code-entry';
import { type Group, GroupTimes } from '../components/group-times';
import { codeIn } from '../group-code';
import { keepGroupCode, lastGroupCode } from '../keep-group-code';
import { useHoldSlot } from '../use-hold-slot';
import { useLinkedCode } from '../use-linked-code';
import { typeNames } from '../words';

definePageConfig({ navigationBarTitleText: '团体预约' });

export default function GroupPage() {
  const linked = codeIn(useParam('code'));
  const [code, setCode] = useState(() => linked || lastGroupCode());
  const [group, setGroup] = useState<Group | null>(null);
  const [missing, setMissing] = useState(false);
  const open = useCommand(openGroupBooking);
  const hold = useHoldSlot();

  const show = async (given: string) => {
    const memberCode = codeIn(given);
    setMissing(memberCode.length < 4);
    if (memberCode.length < 4) return;
    const answer = await open.run({ memberCode });
    if (!answer?.ok) return;
    keepGroupCode(memberCode);
    setCode(memberCode);
    setGroup(answer.value);
  };
  useLinkedCode(linked, show);

  const take = (slotId: string) => {
    if (group) void hold.take({ slotId, siteId: group.siteId, type: group.type, groupCode: code });
  };
  const refusal = hold.refusal ?? open.refusal;
  const action = group ? (
    <Button kind="quiet" onPress={() => setGroup(null)}>
      换一个团体预约码
    </Button>
  ) : (
    <Button busy={open.busy} onPress={() => void show(code)}>
      查看团体名额
    </Button>
  );
  return (
    <Page title="团体预约" action={action}>
      {refusal && (
        <BookingRefusal
          title={hold.refusal ? undefined : '没有打开'}
          refusal={refusal}
          timesBelow
          onTake={({ slotId }) => take(slotId)}
        />
      )}
      {group ? (
        <>
          <Card title={group.name}>{`${group.siteName} · 献${typeNames[group.type]}`}</Card>
          {group.state === 'open' ? (
            <GroupTimes group={group} onPick={take} />
          ) : (
            <Notice tone="look" title="这个团体的预约已经结束">
              没有约出去的名额已经向大家开放，可以按个人预约。
            </Notice>
          )}
          <Notice tone="info">组织者只看得到人数，看不到谁约了、谁能不能献血。</Notice>
        </>
      ) : (
        <>
          <CodeEntry
            label="团体预约码"
            hint="组织者发给您的 8 位字母和数字，不分大小写"
            value={code}
            onChange={text => {
              setMissing(false);
              setCode(text);
            }}
            error={missing ? '请填写团体预约码。' : undefined}
            onScanned={scanned => void show(scanned)}
          />
          <Card flush>
            <ListRow
              icon="people"
              title="我是组织者"
              note="用组织者码看各时间约了多少人"
              onPress={() => void go(routes.groupCount())}
            />
          </Card>
        </>
      )}
    </Page>
  );
}
