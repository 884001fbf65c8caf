import { countGroupBooking } from '@contract/group-bookings';
import { useState } from 'react';
import { sayMoment } from '@miniapp/platform/chinese-date';
import { useParam } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Figure } from '@miniapp/ui/figure';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { CodeEntry } from '../components/code-entry';
import { type Group, GroupTimes } from '../components/group-times';
import { codeIn } from '../group-code';
import { useLinkedCode } from '../use-linked-code';
import { say, typeNames } from '../words';

definePageConfig({ navigationBarTitleText: '团体报名人数' });

/** For the organiser: how many, never who. Needs no account. */
export default function GroupCountPage() {
  const linked = codeIn(useParam('code'));
  const [code, setCode] = useState(linked);
  const [group, setGroup] = useState<Group | null>(null);
  const [missing, setMissing] = useState(false);
  const { run, busy, refusal } = useCommand(countGroupBooking);
  const count = async (given: string) => {
    const organiserCode = codeIn(given);
    setMissing(organiserCode.length < 4);
    if (organiserCode.length < 4) return;
    const answer = await run({ organiserCode });
    if (answer?.ok) setGroup(answer.value);
  };
  useLinkedCode(linked, count);
  const action = (
    <Button busy={busy} onPress={() => void count(code)}>
      {group ? '刷新人数' : '查看人数'}
    </Button>
  );
  return (
    <Page title="团体报名人数" action={action}>
      {refusal && (
        <Notice tone="look" title="没有打开" announce>
          {say(refusal)}
        </Notice>
      )}
      {group ? (
        <>
          <Card title={group.name}>
            {`${group.siteName} · 献${typeNames[group.type]}`}
            <Figure
              value={String(total(group, 'taken'))}
              unit={`/ ${total(group, 'places')} 人`}
              label={
                group.state === 'open'
                  ? `${sayMoment(group.releaseAt)}起，没约出去的名额向大家开放`
                  : '剩余名额已向大家开放'
              }
            />
          </Card>
          <GroupTimes group={group} />
        </>
      ) : (
        <CodeEntry
          label="组织者码"
          hint="血站工作人员给您的 8 位字母和数字，和成员用的码不同"
          value={code}
          onChange={text => {
            setMissing(false);
            setCode(text);
          }}
          error={missing ? '请填写组织者码。' : undefined}
          onScanned={scanned => {
            setCode(scanned);
            void count(scanned);
          }}
        />
      )}
    </Page>
  );
}

const total = ({ times }: Group, what: 'places' | 'taken'): number => times.reduce((sum, time) => sum + time[what], 0);
