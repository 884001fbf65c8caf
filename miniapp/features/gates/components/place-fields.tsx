import { View } from '@tarojs/components';
import { privilegeCities } from '@rules/city-privilege';
import { fieldId } from '@miniapp/platform/show-field';
import { Card } from '@miniapp/ui/card';
import { Column, Columns } from '@miniapp/ui/columns';
import { Field } from '@miniapp/ui/field';
import { CheckRow } from '@miniapp/ui/field-choice';
import { SelectField } from '@miniapp/ui/field-pick';
import { TextField } from '@miniapp/ui/field-text';
import { placeTypeChoices, wayChoices } from '../registry-words';
import { type PlaceForm } from '../use-place-form';
import { PositionFields } from './position-fields';

const cities = privilegeCities.map(city => ({ value: city, label: city }));

export function PlaceFields({ form: { draft, set, atFields } }: { readonly form: PlaceForm }) {
  const field = (name: 'name' | 'operatorName' | 'address' | 'opening' | 'note') => ({
    id: fieldId(name),
    value: draft[name],
    error: atFields[name],
    onChange: (value: string) => set({ [name]: value }),
  });
  return (
    <Columns>
      <Column>
        <Card title="献血者看到的">
          <SelectField
            id={fieldId('city')}
            label="城市"
            choices={cities}
            value={draft.city || null}
            error={atFields.city}
            onChange={city => set({ city })}
          />
          <SelectField
            id={fieldId('type')}
            label="类型"
            choices={placeTypeChoices}
            value={draft.type}
            error={atFields.type}
            onChange={type => set({ type })}
          />
          <TextField label="名称" hint="运营单位、线路、公园或医院" maxLength={60} {...field('name')} />
          <Field id={fieldId('ways')} label="怎么用" hint="可以选几种" error={atFields.ways}>
            <View className="ui-choices" id={fieldId('ways')}>
              {wayChoices.map(({ value, label }) => (
                <CheckRow
                  key={value}
                  id={`place-way-${value}`}
                  label={label}
                  checked={draft.ways.includes(value)}
                  onChange={on => set({ ways: on ? [...draft.ways, value] : draft.ways.filter(one => one !== value) })}
                />
              ))}
            </View>
          </Field>
          <TextField
            label="说明"
            hint="什么免费、什么不免，从哪里进"
            optional
            multiline
            maxLength={200}
            {...field('note')}
          />
        </Card>
      </Column>
      <Column>
        <Card title="在哪里">
          <TextField label="运营单位" optional maxLength={60} {...field('operatorName')} />
          <TextField label="地址" optional maxLength={100} {...field('address')} />
          <TextField label="开放时间" hint="例如 06:00–22:00" optional maxLength={120} {...field('opening')} />
          <PositionFields value={draft} problems={atFields} onChange={set} />
        </Card>
      </Column>
    </Columns>
  );
}
