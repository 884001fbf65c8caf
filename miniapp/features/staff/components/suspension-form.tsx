import { fieldId } from '@miniapp/platform/show-field';
import { Card } from '@miniapp/ui/card';
import { ChoiceField } from '@miniapp/ui/field-choice';
import { TextField } from '@miniapp/ui/field-text';
import { type Suspension } from '../use-suspension';

const choices = [
  { value: 'suspended', label: '暂停', note: '未用的码立即作废，不再发新码；献血记录不受影响' },
  { value: 'restored', label: '恢复', note: '献血者打开页面就能看到新码' },
] as const;

export function SuspensionForm({ suspension: { draft, problems, change } }: { readonly suspension: Suspension }) {
  return (
    <Card>
      <TextField
        id={fieldId('certificateNumber')}
        label="证书编号"
        hint="电子无偿献血证下方的编号"
        value={draft.certificateNumber}
        maxLength={40}
        error={problems.certificateNumber}
        onChange={certificateNumber => change({ certificateNumber })}
      />
      <ChoiceField
        id={fieldId('suspended')}
        label="要做什么"
        choices={choices}
        value={draft.to}
        error={problems.suspended}
        onChange={to => change({ to })}
      />
      <TextField
        id={fieldId('reason')}
        label="原因"
        hint="加密保存，只供内部核查"
        multiline
        maxLength={200}
        value={draft.reason}
        error={problems.reason}
        onChange={reason => change({ reason })}
      />
    </Card>
  );
}
