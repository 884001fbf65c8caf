import { useState } from 'react';
import { findHonors } from '@contract/honors';
import { type Output } from '@contract/endpoint';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { useParam } from '@miniapp/platform/routes';
import { fieldId } from '@miniapp/platform/show-field';
import { useCommand } from '@miniapp/platform/use-command';
import { useWide } from '@miniapp/platform/use-wide';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { Facts } from '@miniapp/ui/facts';
import { TextField } from '@miniapp/ui/field-text';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { Stack } from '@miniapp/ui/stack';
import { Tag } from '@miniapp/ui/tag';
import { ChangeHonor } from '../components/change-honor';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '荣誉证查找' });

type Found = Output<typeof findHonors>;
type Certificate = Found['items'][number];

const states = {
  valid: { tone: 'done', text: '有效' },
  revoked: { tone: 'stop', text: '已撤销' },
  replaced: { tone: 'wait', text: '已换发' },
} as const;

export default function HonorRegistryPage() {
  useWide();
  const [numberOrName, setNumberOrName] = useState(useParam('number'));
  const [found, setFound] = useState<Found | null>(null);
  const [chosen, setChosen] = useState<Certificate | null>(null);
  const [problem, setProblem] = useState('');
  const search = useCommand(findHonors);
  const look = async () => {
    setProblem(numberOrName.trim().length < 2 ? '请填证书编号，或持证人的完整姓名。' : '');
    if (numberOrName.trim().length < 2) return;
    const answer = await search.run({ numberOrName: numberOrName.trim() });
    if (answer?.ok) setFound(answer.value);
  };
  if (chosen)
    return (
      <ChangeHonor
        certificate={chosen}
        onBack={() => {
          setChosen(null);
          void look();
        }}
      />
    );
  return (
    <Page
      title="荣誉证查找"
      action={
        <Button icon="search" busy={search.busy} onPress={() => void look()}>
          查找
        </Button>
      }
    >
      <ErrorSummary
        problems={problem === '' ? {} : { numberOrName: problem }}
        text={search.refusal ? say(search.refusal) : undefined}
      />
      <Card>
        <TextField
          id={fieldId('numberOrName')}
          label="证书编号或姓名"
          hint="姓名要写完整；查找会记入操作记录"
          maxLength={50}
          value={numberOrName}
          error={problem === '' ? undefined : problem}
          onChange={setNumberOrName}
        />
      </Card>
      {found?.items.length === 0 && (
        <EmptyState icon="search" title="没有找到" text="请核对编号，或改用持证人的完整姓名。" />
      )}
      {found?.more && <Notice tone="look">同名的较多，只列出最近 20 份，请改用编号查找。</Notice>}
      {found?.items.map(item => (
        <Card
          key={item.id}
          title={item.number}
          aside={<Tag tone={states[item.state].tone}>{states[item.state].text}</Tag>}
        >
          <Stack gap={3}>
            <Facts
              items={[
                { label: '持证人', value: item.maskedName },
                { label: '证件号码', value: item.maskedDocument },
                { label: '地区', value: item.city },
                { label: '发证日期', value: sayMonthDay(item.issuedOn, '') },
                ...(item.endedOn ? [{ label: '失效日期', value: sayMonthDay(item.endedOn, '') }] : []),
                ...(item.endReason ? [{ label: '原因', value: item.endReason }] : []),
              ]}
            />
            {item.state === 'valid' && (
              <Button kind="secondary" onPress={() => setChosen(item)}>
                撤销或换发
              </Button>
            )}
          </Stack>
        </Card>
      ))}
    </Page>
  );
}
