import { View } from '@tarojs/components';
import { type IntervalType } from '@rules/interval';
import { fieldId } from '@miniapp/platform/show-field';
import { Card } from '@miniapp/ui/card';
import { TextField } from '@miniapp/ui/field-text';
import { type CapacityDraft, sayServed } from '../plan-draft';
import { typeNames } from '../words';
import './capacity-fields.scss';

interface CapacityFieldsProps {
  readonly type: IntervalType;
  /** Path of these fields in the contract. */
  readonly path: string;
  readonly on: string;
  readonly draft: CapacityDraft;
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (draft: CapacityDraft, field: string) => void;
}

const labels = { chairs: '采血位', staff: '采血人员', walkIns: '留给现场' } as const;
const fields = ['chairs', 'staff', 'walkIns'] as const;

/** Chairs, staff and walk-in places of one type, and what they come to. */
export function CapacityFields({ type, path, on, draft, problems, onChange }: CapacityFieldsProps) {
  return (
    <Card title={typeNames[type]}>
      <View className="capacity-fields">
        {fields.map(field => (
          <TextField
            key={field}
            id={fieldId(`${path}.${field}`)}
            label={labels[field]}
            kind="number"
            maxLength={2}
            value={draft[field]}
            error={problems[`${path}.${field}`]}
            onChange={value => onChange({ ...draft, [field]: value }, `${path}.${field}`)}
          />
        ))}
      </View>
      <View className="t-note t-quiet">{sayServed(type, draft, on)}</View>
    </Card>
  );
}
