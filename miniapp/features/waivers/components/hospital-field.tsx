import { View } from '@tarojs/components';
import { useState } from 'react';
import { listHospitals } from '@contract/waivers';
import { fieldId } from '@miniapp/platform/show-field';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ChoiceField } from '@miniapp/ui/field-choice';
import { TextField } from '@miniapp/ui/field-text';
import { Loaded } from '@miniapp/ui/loaded';
import { type DraftForm } from '../use-claim-form';
import { useSettled } from '../use-settled';
import { say } from '../words';

const most = 8;

interface HospitalFieldProps {
  readonly form: DraftForm;
  /** Name with which the search begins. */
  readonly sought: string;
}

/** The hospital of the stay: found by a part of its name or city, then shown alone. */
export function HospitalField({ form, sought }: HospitalFieldProps) {
  const { hospital } = form.draft;
  return (
    <Card title="在哪家医院住院">
      {hospital ? (
        <>
          <View className="t-lead t-strong">{hospital.name}</View>
          <Button kind="quiet" onPress={() => form.change({ hospital: null })}>
            换一家医院
          </Button>
        </>
      ) : (
        <Search form={form} sought={sought} />
      )}
    </Card>
  );
}

function Search({ form, sought }: HospitalFieldProps) {
  const [text, setText] = useState(sought);
  const query = useSettled(text.trim());
  return (
    <>
      <TextField
        id={fieldId('hospitalCode')}
        label="医院名称或所在城市"
        hint="写两三个字就能找到"
        placeholder="例如：杭州第一"
        value={text}
        maxLength={40}
        error={form.problems.hospitalCode}
        onChange={setText}
      />
      {query !== '' && <Found query={query} form={form} />}
    </>
  );
}

function Found({ query, form }: { readonly query: string; readonly form: DraftForm }) {
  const found = useQuery(listHospitals, { query, limit: String(most) });
  return (
    <Loaded query={found} say={say}>
      {({ items }) =>
        items.length === 0 ? (
          <View className="t-quiet">没有找到，请换个写法，例如只写名称里的两三个字。</View>
        ) : (
          <ChoiceField
            id="hospital-found"
            label="请选择"
            hint={items.length === most ? `只列出 ${most} 家，没有看到请把名称写得更完整` : undefined}
            choices={items.map(({ code, name, city }) => ({ value: code, label: name, note: city }))}
            value={null}
            onChange={code => form.change({ hospital: items.find(item => item.code === code) ?? null })}
          />
        )
      }
    </Loaded>
  );
}
