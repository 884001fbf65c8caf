import { fieldId } from '@miniapp/platform/show-field';
import { Card } from '@miniapp/ui/card';
import { ChoiceField } from '@miniapp/ui/field-choice';
import { TextField } from '@miniapp/ui/field-text';
import { type Decision } from '../use-decision';

const choices = [
  { value: 'approve', label: '同意减免', note: '证据足以证明；金额仍由规则计算' },
  { value: 'refuse', label: '退回', note: '说明理由和缺少什么' },
] as const;

export function DecisionForm({ decision }: { readonly decision: Decision }) {
  return (
    <Card title="您的决定">
      <ChoiceField
        id={fieldId('approve')}
        label="决定"
        choices={choices}
        value={decision.choice}
        error={decision.problems.approve}
        onChange={decision.setChoice}
      />
      <TextField
        id={fieldId('reason')}
        label="理由"
        hint="申请人会看到这段话，请写得平和、具体"
        multiline
        maxLength={400}
        value={decision.reason}
        error={decision.problems.reason}
        onChange={decision.setReason}
      />
    </Card>
  );
}
