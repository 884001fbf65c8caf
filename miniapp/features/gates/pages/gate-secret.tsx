import { useState } from 'react';
import { getGate, rotateGateSecret } from '@contract/gate-registry';
import { sayStamp } from '@miniapp/platform/chinese-date';
import { goBack, useParam } from '@miniapp/platform/routes';
import { fieldId } from '@miniapp/platform/show-field';
import { useCommand } from '@miniapp/platform/use-command';
import { useProblems } from '@miniapp/platform/use-problems';
import { useQuery } from '@miniapp/platform/use-query';
import { useWide } from '@miniapp/platform/use-wide';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { ChoiceField } from '@miniapp/ui/field-choice';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { type Output } from '@contract/endpoint';
import { NewSecret } from '../components/new-secret';
import { sayRegistry } from '../registry-words';

definePageConfig({ navigationBarTitleText: '更换密钥' });

const choices = [
  { value: 'later', label: '平时更换', note: '旧密钥再用 7 天，来得及写进设备' },
  { value: 'now', label: '密钥可能泄露', note: '旧密钥马上作废，写进新密钥前设备不能联网验码' },
] as const;

export default function GateSecretPage() {
  useWide();
  const gateId = useParam('gateId');
  const gate = useQuery(getGate, { gateId });
  const command = useCommand(rotateGateSecret);
  const { summary, text, atFields, report, touch } = useProblems();
  const [when, setWhen] = useState<'later' | 'now' | null>(null);
  const [made, setMade] = useState<Output<typeof rotateGateSecret> | null>(null);
  const send = async () => {
    if (report({ ...(when === null && { when: '请选择旧密钥怎么办。' }) })) return;
    const answer = await command.run({ gateId, endOldNow: when === 'now' });
    if (answer?.ok) setMade(answer.value);
    else if (answer) report({}, sayRegistry(answer));
  };
  if (made)
    return (
      <Page title="新密钥" action={<Button onPress={() => void goBack()}>已写进设备，完成</Button>}>
        <Notice tone="info">
          {made.oldSecretUntil ? `旧密钥用到 ${sayStamp(made.oldSecretUntil)}。` : '旧密钥已经作废。'}
        </Notice>
        <NewSecret code={made.code} secret={made.secret} />
      </Page>
    );
  const action = gate.kind === 'ready' && (
    <Button busy={command.busy} onPress={() => void send()}>
      更换，取得新密钥
    </Button>
  );
  return (
    <Page title="更换密钥" action={action}>
      <ErrorSummary problems={summary} text={text} />
      <Loaded query={gate} say={sayRegistry}>
        {({ name, code }) => (
          <Card title={name} aside={code}>
            <ChoiceField
              id={fieldId('when')}
              label="旧密钥怎么办"
              choices={choices}
              value={when}
              error={atFields.when}
              onChange={value => {
                touch('when');
                setWhen(value);
              }}
            />
          </Card>
        )}
      </Loaded>
    </Page>
  );
}
