import { acceptDelegation, endDelegation, listDelegations, openDelegated } from '@contract/assist';
import { useState } from 'react';
import { startHelping } from '@miniapp/platform/helping';
import { replaceWith, routes } from '@miniapp/platform/routes';
import { fieldId } from '@miniapp/platform/show-field';
import { useCommand } from '@miniapp/platform/use-command';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { TextField } from '@miniapp/ui/field-text';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { DelegationCard } from '../components/delegation-card';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '我可以代办的人' });

export default function ForWhomPage() {
  const delegations = useQuery(listDelegations, {});
  const accept = useCommand(acceptDelegation);
  const open = useCommand(openDelegated);
  const end = useCommand(endDelegation);
  const [name, setName] = useState('');
  const [code, setCode] = useState('');
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const refusal = accept.refusal ?? open.refusal ?? end.refusal;

  const add = async () => {
    const digits = code.replace(/\s/g, '');
    const found = {
      ...(name.trim() === '' && { name: '请填写对方的姓名。' }),
      ...(!/^\d{8}$/.test(digits) && { code: '代办码是 8 位数字，请核对。' }),
    };
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const answer = await accept.run({ name, code: digits });
    if (!answer?.ok) return;
    setName('');
    setCode('');
    await delegations.reload();
  };
  const start = async (delegationId: string) => {
    const answer = await open.run({ delegationId });
    if (!answer?.ok) return;
    startHelping('relative', answer.value);
    await replaceWith(routes.helpDesk());
  };

  return (
    <Page
      title="我可以代办的人"
      action={
        <Button busy={accept.busy} onPress={() => void add()}>
          添加
        </Button>
      }
    >
      <ErrorSummary problems={problems} text={refusal ? say(refusal) : undefined} />
      <Loaded query={delegations} say={say}>
        {({ byMe }) =>
          byMe.length === 0 ? (
            <Notice tone="info">还没有。请对方在“请亲友代办”里生成代办码，再填写在下面。</Notice>
          ) : (
            <>
              {byMe.map(delegation => (
                <DelegationCard key={delegation.id} delegation={delegation} end={end} onEnded={delegations.reload}>
                  <Button kind="secondary" busy={open.busy} onPress={() => void start(delegation.id)}>
                    开始代办
                  </Button>
                </DelegationCard>
              ))}
            </>
          )
        }
      </Loaded>
      <Card title="添加一位">
        <TextField
          id={fieldId('name')}
          label="对方姓名"
          error={problems.name}
          value={name}
          onChange={setName}
          maxLength={50}
        />
        <TextField
          id={fieldId('code')}
          label="代办码"
          hint="8 位数字，10 分钟内有效"
          error={problems.code}
          kind="number"
          value={code}
          onChange={setCode}
          maxLength={9}
        />
      </Card>
    </Page>
  );
}
