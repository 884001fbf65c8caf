import { addDays } from '@rules/calendar';
import { today } from '@miniapp/platform/chinese-date';
import { fieldId } from '@miniapp/platform/show-field';
import { DateField } from '@miniapp/ui/field-pick';
import { TextField } from '@miniapp/ui/field-text';
import { type Question } from '../answers';

interface FollowUpProps {
  readonly followUp: NonNullable<Question['followUp']>;
  readonly value: string;
  readonly onChange: (detail: string) => void;
  readonly error: string | undefined;
}

/** Some questions speak of a day that is about to come. */
const daysAhead = 14;

export function FollowUp({ followUp, value, onChange, error }: FollowUpProps) {
  const shared = { id: fieldId('detail'), label: followUp.label, value, onChange, error };
  if (followUp.kind === 'text') return <TextField {...shared} multiline maxLength={200} />;
  return <DateField {...shared} hint="记不清的，填大概的日子。" to={addDays(today(), daysAhead)} />;
}
