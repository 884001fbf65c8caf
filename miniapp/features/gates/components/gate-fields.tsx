import { View } from '@tarojs/components';
import { privilegeCities } from '@rules/city-privilege';
import { privilegeOfPlace } from '@rules/place-type';
import { fieldId } from '@miniapp/platform/show-field';
import { Card } from '@miniapp/ui/card';
import { Column, Columns } from '@miniapp/ui/columns';
import { Field } from '@miniapp/ui/field';
import { CheckRow, ChoiceField } from '@miniapp/ui/field-choice';
import { SelectField } from '@miniapp/ui/field-pick';
import { TextField } from '@miniapp/ui/field-text';
import { placeTypeChoices } from '../registry-words';
import { type GateForm } from '../use-gate-form';
import { kinds } from '../words';
import { GatePlace } from './gate-place';
import { PositionFields } from './position-fields';

const cities = privilegeCities.map(city => ({ value: city, label: city }));
const staff = [
  { value: 'yes', label: '有人值守', note: '黄色结果由工作人员看过后决定；可以认纸质优享卡' },
  { value: 'no', label: '无人值守', note: '不是绿色就不开；不认纸质优享卡' },
] as const;

export function GateFields({ form, fixed }: { readonly form: GateForm; readonly fixed: boolean }) {
  const { draft, set, setType, atFields } = form;
  const kind = draft.type && privilegeOfPlace[draft.type];
  // The kind of a registered gate stays what it is.
  const types = fixed ? placeTypeChoices.filter(({ value }) => privilegeOfPlace[value] === kind) : placeTypeChoices;
  const field = (name: 'name' | 'operatorName' | 'place' | 'groupCode' | 'code') => ({
    id: fieldId(name),
    value: draft[name],
    error: atFields[name],
    onChange: (value: string) => set({ [name]: value }),
  });
  return (
    <Columns>
      <Column>
        <Card title="设备">
          {!fixed && (
            <TextField label="设备编号" hint="设备自己的名字，登记后不能改" maxLength={64} {...field('code')} />
          )}
          <TextField label="名称" hint="献血者会在使用记录里看到" maxLength={60} {...field('name')} />
          <SelectField
            id={fieldId('type')}
            label="类型"
            choices={types}
            value={draft.type}
            error={atFields.type}
            onChange={setType}
          />
          <Field id={fieldId('scopes')} label="可验类型" hint="一般只选一种" error={atFields.scopes}>
            <View className="ui-choices" id={fieldId('scopes')}>
              {(['transit', 'park', 'hospital'] as const).map(scope => (
                <CheckRow
                  key={scope}
                  id={`gate-scope-${scope}`}
                  label={kinds[scope]}
                  checked={draft.scopes.includes(scope)}
                  onChange={on =>
                    set({ scopes: on ? [...draft.scopes, scope] : draft.scopes.filter(one => one !== scope) })
                  }
                />
              ))}
            </View>
          </Field>
          <ChoiceField
            id={fieldId('staffed')}
            label="有没有人值守"
            choices={staff}
            value={draft.staffed === null ? null : draft.staffed ? 'yes' : 'no'}
            error={atFields.staffed}
            onChange={value => set({ staffed: value === 'yes' })}
          />
        </Card>
      </Column>
      <Column>
        <Card title="在哪里">
          <SelectField
            id={fieldId('city')}
            label="城市"
            choices={cities}
            value={draft.city || null}
            error={atFields.city}
            onChange={city => set({ city, placeId: null })}
          />
          <GatePlace form={form} />
          <TextField label="运营单位" hint="公交公司、公园或医院" maxLength={60} {...field('operatorName')} />
          <TextField label="线路、出入口或科室" maxLength={60} {...field('place')} />
          <TextField
            label="分组编号"
            hint="同一个入口的几台设备填同一个；单独一台不填"
            optional
            maxLength={64}
            {...field('groupCode')}
          />
          <PositionFields value={draft} problems={atFields} onChange={set} />
        </Card>
      </Column>
    </Columns>
  );
}
