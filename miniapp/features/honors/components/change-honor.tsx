import { useState } from 'react';
import { type findHonors, reissueHonor, revokeHonor } from '@contract/honors';
import { type Output } from '@contract/endpoint';
import { fieldId } from '@miniapp/platform/show-field';
import { useCommand } from '@miniapp/platform/use-command';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Confirm } from '@miniapp/ui/confirm';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { ChoiceField } from '@miniapp/ui/field-choice';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { say } from '../words';
import { ReasonField } from './reason-field';

const choices = [
  { value: 'revoke', label: '撤销', note: '立即失效，扫码会显示已撤销，持证人会收到通知' },
  { value: 'reissue', label: '换发', note: '照片不变，换一个新编号，旧编号失效' },
] as const;

const templates = {
  revoke: ['转借他人使用', '献血记录更正后不符合条件', '本人要求注销'],
  reissue: ['证件遗失', '证上信息有误，已更正', '二维码外泄'],
} as const;

interface ChangeHonorProps {
  readonly certificate: Output<typeof findHonors>['items'][number];
  readonly onBack: () => void;
}

/** Revokes a certificate or issues it again: choose, say why, look once more. */
export function ChangeHonor({ certificate, onBack }: ChangeHonorProps) {
  const [act, setAct] = useState<'revoke' | 'reissue' | null>(null);
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [stage, setStage] = useState<'write' | 'confirm' | 'done'>('write');
  const [newNumber, setNewNumber] = useState('');
  const revoke = useCommand(revokeHonor);
  const reissue = useCommand(reissueHonor);
  const word = act === 'revoke' ? '撤销' : '换发';
  const look = () => {
    const found: Record<string, string> = {};
    if (act === null) found.act = '请选择撤销还是换发。';
    if (reason.trim().length < 4) found.reason = '请写明原因，至少 4 个字。';
    setProblems(found);
    if (Object.keys(found).length === 0) setStage('confirm');
  };
  const send = async () => {
    const { id: certificateId, version } = certificate;
    const command = { certificateId, version, reason: reason.trim() };
    if (act === 'revoke') {
      const answer = await revoke.run(command);
      if (answer?.ok) setStage('done');
      return;
    }
    const answer = await reissue.run(command);
    if (!answer?.ok) return;
    setNewNumber(answer.value.number);
    setStage('done');
  };
  if (stage === 'done')
    return (
      <Page title={`${word}荣誉证`} action={<Button onPress={onBack}>返回查找</Button>}>
        <Outcome
          tone="done"
          title={act === 'revoke' ? '已撤销' : '已换发'}
          text={
            act === 'revoke'
              ? '立即生效，扫码会显示已撤销。操作已记入操作记录。'
              : `新编号 ${newNumber}。旧证的二维码会显示已换发。`
          }
        />
      </Page>
    );
  if (stage === 'confirm')
    return (
      <Confirm
        title={`确认${word}荣誉证`}
        facts={[
          { label: '证书编号', value: certificate.number },
          { label: '持证人', value: certificate.maskedName },
          { label: '要做什么', value: word },
          { label: '原因', value: reason.trim() },
        ]}
        refusal={revoke.refusal ? say(revoke.refusal) : reissue.refusal ? say(reissue.refusal) : undefined}
        confirmLabel={`确认${word}`}
        onConfirm={() => void send()}
        busy={revoke.busy || reissue.busy}
        onBack={() => setStage('write')}
      />
    );
  return (
    <Page title="撤销或换发" action={<Button onPress={look}>下一步</Button>}>
      <ErrorSummary problems={problems} />
      <Card title={`${certificate.number}  ${certificate.maskedName}`}>
        <ChoiceField
          id={fieldId('act')}
          label="要做什么"
          choices={choices}
          value={act}
          error={problems.act}
          onChange={setAct}
        />
        {act && (
          <ReasonField
            hint="记入操作记录，以后查得到"
            templates={templates[act]}
            value={reason}
            error={problems.reason}
            onChange={setReason}
          />
        )}
      </Card>
      <Button kind="quiet" onPress={onBack}>
        不改了，返回查找
      </Button>
    </Page>
  );
}
