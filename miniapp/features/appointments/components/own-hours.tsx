import { fieldId } from '@miniapp/platform/show-field';
import { SelectField } from '@miniapp/ui/field-pick';

interface Hours {
  readonly from: string;
  readonly to: string;
}

const hours = Array.from({ length: 13 }, (_, n) => `${String(n + 8).padStart(2, '0')}:00`).map(value => ({
  value,
  label: value,
}));

interface OwnHoursProps {
  readonly own: Hours;
  readonly error?: string;
  readonly onChange: (change: Partial<Hours>) => void;
}

/** Between which starts somebody can come. */
export function OwnHours({ own, error, onChange }: OwnHoursProps) {
  return (
    <>
      <SelectField
        id={fieldId('from')}
        label="最早几点开始"
        choices={hours}
        value={own.from}
        onChange={from => onChange({ from })}
      />
      <SelectField
        id={fieldId('hours')}
        label="最晚几点开始"
        error={error}
        choices={hours}
        value={own.to}
        onChange={to => onChange({ to })}
      />
    </>
  );
}
