import { fieldId } from '@miniapp/platform/show-field';
import { CheckRow, ChoiceField } from '@miniapp/ui/field-choice';
import { DateField } from '@miniapp/ui/field-pick';
import { TextField } from '@miniapp/ui/field-text';
import { Notice } from '@miniapp/ui/notice';
import { type CounterDraft, tellsBirth } from '../helper-form';

const sexes = [
  { value: 'male', label: '男' },
  { value: 'female', label: '女' },
] as const;

interface NewDonorFieldsProps {
  readonly draft: CounterDraft;
  readonly change: (part: Partial<CounterDraft>) => void;
  readonly problems: Readonly<Record<string, string>>;
}

export function NewDonorFields({ draft, change, problems }: NewDonorFieldsProps) {
  return (
    <>
      <Notice tone="info" title="登记为新的献血者">
        请看证件原件，核对相貌。
      </Notice>
      {!tellsBirth(draft) && (
        <>
          <ChoiceField
            id={fieldId('sex')}
            label="性别"
            error={problems.sex}
            choices={sexes}
            value={draft.sex}
            onChange={sex => change({ sex })}
          />
          <DateField
            id={fieldId('birthDate')}
            label="出生日期"
            error={problems.birthDate}
            value={draft.birthDate}
            onChange={birthDate => change({ birthDate })}
          />
        </>
      )}
      <TextField
        id={fieldId('phone')}
        label="手机号码"
        hint="用来发预约短信，没有可以不填"
        optional
        error={problems.phone}
        kind="tel"
        value={draft.phone}
        onChange={phone => change({ phone })}
        maxLength={11}
      />
      <CheckRow
        id={fieldId('sawDocument')}
        label="已看过证件原件，是本人"
        checked={draft.sawDocument}
        onChange={sawDocument => change({ sawDocument })}
      />
    </>
  );
}
