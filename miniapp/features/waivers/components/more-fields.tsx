import { fieldId } from '@miniapp/platform/show-field';
import { Card } from '@miniapp/ui/card';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { TextField } from '@miniapp/ui/field-text';
import { type MoreForm } from '../use-more-form';
import { BillFields } from './bill-fields';

interface MoreFieldsProps {
  readonly form: MoreForm;
  readonly title: string;
  readonly label: string;
  readonly hint: string;
}

export function MoreFields({ form, title, label, hint }: MoreFieldsProps) {
  return (
    <>
      {(form.text !== undefined || Object.keys(form.summary).length > 0) && (
        <ErrorSummary problems={form.summary} text={form.text} />
      )}
      <Card title={title}>
        <TextField
          id={fieldId('words')}
          label={label}
          hint={hint}
          multiline
          maxLength={1000}
          value={form.draft.words}
          error={form.problems.words}
          onChange={words => form.change({ words })}
        />
      </Card>
      <BillFields form={form} without="没有新的票据就不用填写。有票据的，填写后系统会再查一次。" />
    </>
  );
}
