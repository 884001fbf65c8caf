import { addDays } from '@rules/calendar';
import { today } from '@miniapp/platform/chinese-date';
import { fieldId } from '@miniapp/platform/show-field';
import { ChoiceField } from '@miniapp/ui/field-choice';
import { DateField } from '@miniapp/ui/field-pick';
import { TextField } from '@miniapp/ui/field-text';
import { type FollowUp } from '../answers';

interface FollowUpFieldProps {
  readonly followUp: FollowUp;
  readonly value: string;
  /** The donor wanted to go on; an empty field says what it needs. */
  readonly missing: boolean;
  readonly onChange: (value: string) => void;
}

/** Some questions speak of a day that is about to come. */
const daysAhead = 14;

export function FollowUpField({ followUp, value, missing, onChange }: FollowUpFieldProps) {
  const { kind, text: label, choices } = followUp;
  const error = missing && !value.trim() ? problems[kind] : undefined;
  const shared = { id: fieldId(followUp.id.replace('.', '-')), label, error };
  if (kind === 'choice') return <ChoiceField {...shared} choices={choices} value={value || null} onChange={onChange} />;
  if (kind === 'date')
    return (
      <DateField
        {...shared}
        hint="记不清的，填大概的日子。"
        to={addDays(today(), daysAhead)}
        value={value}
        onChange={onChange}
      />
    );
  return <TextField {...shared} multiline maxLength={200} value={value} onChange={onChange} />;
}

const problems = {
  yes_no: '请选一项。',
  choice: '请选一项，拿不准的选最接近的。',
  date: '请选日期，记不清的选大概的日子。',
  text: '请写几个字，写大概的情况就可以。',
} as const;
