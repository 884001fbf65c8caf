import { addDays } from '@rules/calendar';
import { today } from '@miniapp/platform/chinese-date';
import { fieldId } from '@miniapp/platform/show-field';
import { ChoiceField } from '@miniapp/ui/field-choice';
import { DateField } from '@miniapp/ui/field-pick';
import { TextField } from '@miniapp/ui/field-text';
import { type OpenedCase, type useCase } from '../use-case';

interface CaseFieldsProps {
  readonly form: ReturnType<typeof useCase>;
  readonly value: OpenedCase;
}

const decisions = [
  { value: 'end', label: '可以继续献血', note: '马上解除等待' },
  { value: 'until', label: '过一段时间再献', note: '到选定的日期自动解除' },
  { value: 'for_good', label: '今后不再献血', note: '请先由体检医师确认' },
] as const;

/** What came of it, what the donor reads, and whether the donor may give again. */
export function CaseFields({ form, value: { answerable, kind, holdsDonor } }: CaseFieldsProps) {
  return (
    <>
      <TextField
        id={fieldId('outcome')}
        label="经过和结果"
        hint={kind === 'result' ? '不写检测项目和结果，只写已经联系、怎样安排' : '只在内部保存'}
        multiline
        maxLength={500}
        error={form.atFields.outcome}
        value={form.outcome}
        onChange={form.setOutcome}
      />
      {answerable && (
        <TextField
          id={fieldId('answer')}
          label="给献血者的回复"
          hint="本人在“消息”里能看到"
          optional={kind !== 'survey'}
          multiline
          maxLength={500}
          error={form.atFields.answer}
          value={form.answer}
          onChange={form.setAnswer}
        />
      )}
      {holdsDonor && (
        <ChoiceField
          id={fieldId('hold')}
          label="之后能不能献血"
          hint="现在已暂停预约，由您决定怎样解除"
          error={form.atFields.hold}
          choices={decisions}
          value={form.decision}
          onChange={form.setDecision}
        />
      )}
      {form.decision === 'until' && (
        <DateField
          id={fieldId('hold.until')}
          label="从哪天起可以再献"
          error={form.atFields['hold.until']}
          from={addDays(today(), 1)}
          value={form.until}
          onChange={form.setUntil}
        />
      )}
    </>
  );
}
