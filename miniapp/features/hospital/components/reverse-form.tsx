import { useState } from 'react';
import { type listSettlements, reverseSettlement } from '@contract/waivers';
import { type Output } from '@contract/endpoint';
import { sayMoment } from '@miniapp/platform/chinese-date';
import { sayYuan } from '@miniapp/platform/money';
import { goBack } from '@miniapp/platform/routes';
import { fieldId } from '@miniapp/platform/show-field';
import { useCommand } from '@miniapp/platform/use-command';
import { fieldProblems } from '@miniapp/platform/words';
import { Card } from '@miniapp/ui/card';
import { Confirm } from '@miniapp/ui/confirm';
import { TextField } from '@miniapp/ui/field-text';
import { Notice } from '@miniapp/ui/notice';
import { say } from '../words';

export type Settled = Output<typeof listSettlements>['items'][number];

const shortest = 4;

interface ReverseFormProps {
  readonly settled: Settled;
  readonly onDone: () => void;
}

/** Shows once more what is taken back, and asks why. */
export function ReverseForm({ settled, onDone }: ReverseFormProps) {
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState('');
  const { run, busy, refusal } = useCommand(reverseSettlement);
  const confirm = async () => {
    const short = reason.trim().length < shortest;
    setProblem(short ? `请写明撤回原因，至少 ${shortest} 个字。` : '');
    if (short) return;
    const answer = await run({ hospitalReference: settled.hospitalReference, reason: reason.trim() });
    if (answer?.ok) onDone();
    else if (answer) setProblem(fieldProblems(answer.details).reason ?? '');
  };
  return (
    <Confirm
      title="撤回减免"
      facts={[
        { label: '患者', value: settled.patientMaskedName },
        { label: '结算单号', value: settled.hospitalReference },
        { label: '已减免', value: `${sayYuan(settled.waivedFen)} 元` },
        { label: '办理时间', value: sayMoment(settled.at) },
      ]}
      refusal={refusal ? say(refusal) : undefined}
      confirmLabel="确认撤回"
      onConfirm={() => void confirm()}
      busy={busy}
      backLabel="不撤回，返回"
      onBack={() => void goBack()}
    >
      <Notice tone="look">撤回后额度退还给献血者，患者要补交这笔费用，并会收到通知。</Notice>
      <Card>
        <TextField
          id={fieldId('reason')}
          label="撤回原因"
          hint="例如：费用明细录错，更正后重新办理"
          multiline
          maxLength={200}
          value={reason}
          error={problem || undefined}
          onChange={setReason}
        />
      </Card>
    </Confirm>
  );
}
