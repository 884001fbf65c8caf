import { fieldId } from '@miniapp/platform/show-field';
import { type DonationForm } from '../donation-form';
import { type StaffVisit } from '../nurse-words';
import { TileField } from './tile-field';

const amounts = {
  whole_blood: [
    { value: '200', label: '200 毫升' },
    { value: '300', label: '300 毫升' },
    { value: '400', label: '400 毫升' },
  ],
  platelets: [
    { value: '10', label: '1 单位' },
    { value: '15', label: '1.5 单位' },
    { value: '20', label: '2 单位' },
  ],
} as const;
const groups = (['A', 'B', 'O', 'AB'] as const).map(value => ({ value, label: `${value} 型` }));
const rhds = [
  { value: 'positive', label: 'RhD 阳性' },
  { value: 'negative', label: 'RhD 阴性' },
] as const;

interface DonationFieldsProps {
  readonly visit: StaffVisit;
  readonly form: DonationForm;
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (part: Partial<DonationForm>) => void;
}

/** How much; and which group, when the record has none yet. */
export function DonationFields({ visit, form, problems, onChange }: DonationFieldsProps) {
  return (
    <>
      <TileField
        id={fieldId('amount')}
        across={3}
        label={visit.type === 'whole_blood' ? '采血量' : '采集量（治疗单位）'}
        error={problems.amount}
        choices={amounts[visit.type]}
        value={form.amount}
        onChange={amount => onChange({ amount })}
      />
      {visit.bloodGroup === null && (
        <>
          <TileField
            id={fieldId('abo')}
            across={4}
            label="ABO 血型"
            hint="首次献血，按初筛结果填写。"
            error={problems.abo}
            choices={groups}
            value={form.abo}
            onChange={abo => onChange({ abo })}
          />
          <TileField
            id={fieldId('rhd')}
            across={2}
            label="RhD 血型"
            error={problems.rhd}
            choices={rhds}
            value={form.rhd}
            onChange={rhd => onChange({ rhd })}
          />
        </>
      )}
    </>
  );
}
