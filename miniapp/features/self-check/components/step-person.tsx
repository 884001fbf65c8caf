import { CheckRow, ChoiceField } from '@miniapp/ui/field-choice';
import { DateField } from '@miniapp/ui/field-pick';
import { TextField } from '@miniapp/ui/field-text';
import { today } from '@miniapp/platform/chinese-date';
import { fieldId } from '@miniapp/platform/show-field';
import { asksRepeat } from '../draft';
import { type SelfCheck } from '../use-self-check';

export function StepPerson({ draft, set, problems }: SelfCheck) {
  return (
    <>
      <ChoiceField
        id={fieldId('type')}
        label="想献什么"
        choices={[
          { value: 'whole_blood', label: '全血', note: '采血约 10 分钟' },
          { value: 'platelets', label: '血小板', note: '用机器分离，约 1 小时' },
        ]}
        value={draft.type}
        onChange={type => set({ type })}
      />
      <ChoiceField
        id={fieldId('sex')}
        label="您的性别"
        choices={[
          { value: 'female', label: '女' },
          { value: 'male', label: '男' },
        ]}
        value={draft.sex}
        error={problems.sex}
        onChange={sex => set({ sex })}
      />
      <DateField
        id={fieldId('birthDate')}
        label="出生日期"
        value={draft.birthDate}
        to={today()}
        error={problems.birthDate}
        onChange={birthDate => set({ birthDate })}
      />
      <TextField
        id={fieldId('weight')}
        label="体重（公斤）"
        kind="number"
        maxLength={5}
        value={draft.weight}
        error={problems.weight}
        onChange={weight => set({ weight })}
      />
      {asksRepeat(draft, today()) && (
        <CheckRow
          id={fieldId('repeat')}
          label="我献过两次或更多，从来没有不舒服"
          note="多次献血的人，年龄可以放宽"
          checked={draft.repeat}
          onChange={repeat => set({ repeat })}
        />
      )}
    </>
  );
}
