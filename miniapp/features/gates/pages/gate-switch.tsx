import { useState } from 'react';
import { getGate, switchGate } from '@contract/gate-registry';
import { goBack, useParam } from '@miniapp/platform/routes';
import { fieldId } from '@miniapp/platform/show-field';
import { useCommand } from '@miniapp/platform/use-command';
import { useProblems } from '@miniapp/platform/use-problems';
import { useQuery } from '@miniapp/platform/use-query';
import { useWide } from '@miniapp/platform/use-wide';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { Facts } from '@miniapp/ui/facts';
import { TextField } from '@miniapp/ui/field-text';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { sayRegistry } from '../registry-words';

definePageConfig({ navigationBarTitleText: '停用或恢复' });

/** A page of its own instead of a pop-up: what it means, and why. */
export default function GateSwitchPage() {
  useWide();
  const gateId = useParam('gateId');
  const gate = useQuery(getGate, { gateId });
  const command = useCommand(switchGate);
  const { summary, text, atFields, report, touch } = useProblems();
  const [reason, setReason] = useState('');
  const active = gate.kind === 'ready' && gate.value.active;
  const word = active ? '停用' : '恢复使用';
  const send = async () => {
    if (report({ ...(reason.trim().length < 4 && { reason: '请写明原因，至少 4 个字。' }) })) return;
    const answer = await command.run({ gateId, active: !active, reason: reason.trim() });
    if (answer?.ok) await goBack();
    else if (answer) report({}, sayRegistry(answer));
  };
  const action = gate.kind === 'ready' && (
    <Button busy={command.busy} onPress={() => void send()}>
      {`确认${word}`}
    </Button>
  );
  return (
    <Page title={word} action={action}>
      <ErrorSummary problems={summary} text={text} />
      <Loaded query={gate} say={sayRegistry}>
        {({ name, code, city, place }) => (
          <>
            <Card>
              <Facts
                items={[
                  { label: '设备', value: name },
                  { label: '设备编号', value: code },
                  { label: '在哪里', value: [city, place].filter(part => part !== '').join(' ') },
                ]}
              />
            </Card>
            <Notice tone="look">
              {active
                ? '马上生效：这台设备的联网请求和验码屏都会被拒绝。断网的设备联网后才知道。'
                : '马上生效：原来的密钥又可以使用。'}
            </Notice>
            <TextField
              id={fieldId('reason')}
              label="原因"
              multiline
              maxLength={200}
              value={reason}
              error={atFields.reason}
              onChange={value => {
                touch('reason');
                setReason(value);
              }}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
}
