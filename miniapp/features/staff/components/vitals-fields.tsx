import { View } from '@tarojs/components';
import { today } from '@miniapp/platform/chinese-date';
import { fieldId } from '@miniapp/platform/show-field';
import { CheckRow } from '@miniapp/ui/field-choice';
import { TextField } from '@miniapp/ui/field-text';
import { type Vitals } from '../use-vitals';
import { figureFields, limitHint } from '../vitals-form';
import { TileField } from './tile-field';

const alt = [
  { value: 'normal', label: '合格' },
  { value: 'raised', label: '不合格' },
] as const;
const hbsag = [
  { value: 'negative', label: '阴性' },
  { value: 'positive', label: '阳性' },
] as const;
const groups = (['A', 'B', 'O', 'AB'] as const).map(value => ({ value, label: value }));

/** Figures and strips; each with its limit, and marked at once when it is outside. */
export function VitalsFields({ vitals }: { readonly vitals: Vitals }) {
  const { form, change, visit, marks, problems } = vitals;
  return (
    <>
      {figureFields(visit).map(({ name, label, unit, onlyPlatelets }) => (
        <TextField
          key={name}
          id={fieldId(name)}
          label={unit ? `${label}（${unit}）` : label}
          hint={limitHint(name, visit.sex, today())}
          optional={name === 'temperatureTenths' && !onlyPlatelets}
          error={problems[name] ?? marks[name]}
          maxLength={6}
          value={form[name] ?? ''}
          onChange={text => change({ [name]: text })}
        />
      ))}
      <CheckRow
        id={fieldId('enduranceAthlete')}
        label="长期耐力训练的运动员"
        note="脉搏可以慢一些"
        checked={form.enduranceAthlete === true}
        onChange={enduranceAthlete => change({ enduranceAthlete })}
      />
      <TileField
        id={fieldId('quickAlt')}
        across={2}
        label="ALT 快检"
        optional
        choices={alt}
        value={form.quickAlt ?? null}
        onChange={quickAlt => change({ quickAlt })}
      />
      <TileField
        id={fieldId('quickHbsag')}
        across={2}
        label="乙肝表面抗原快检"
        optional
        choices={hbsag}
        value={form.quickHbsag ?? null}
        onChange={quickHbsag => change({ quickHbsag })}
      />
      <TileField
        id={fieldId('quickAbo')}
        across={4}
        label="血型初筛"
        optional
        choices={groups}
        value={form.quickAbo ?? null}
        onChange={quickAbo => change({ quickAbo })}
      />
      <View className="t-note t-quiet">屏幕上的结果请不要让旁人看到。</View>
    </>
  );
}
