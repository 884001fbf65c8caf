import { View } from '@tarojs/components';
import { useState } from 'react';
import { listHospitals } from '@contract/waivers';
import { fieldId } from '@miniapp/platform/show-field';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ListRow } from '@miniapp/ui/list-row';
import { ChoiceField } from '@miniapp/ui/field-choice';
import { TextField } from '@miniapp/ui/field-text';
import { Loaded } from '@miniapp/ui/loaded';
import { type ClaimForm } from '../use-claim-form';
import { useSettled } from '../use-settled';
import { say } from '../words';

const most = 8;

/** The hospital of the stay: found by a part of its name or city, then shown alone. */
export function HospitalField({ form }: { readonly form: ClaimForm }) {
  const { hospital } = form.draft;
  return (
    <Card title="在哪家医院住院">
      {hospital ? (
        <>
          <ListRow icon="hospital" title={hospital.name} />
          <Button kind="quiet" onPress={() => form.change({ hospital: null })}>
            换一家医院
          </Button>
        </>
      ) : (
        <Search form={form} />
      )}
    </Card>
  );
}

function Search({ form }: { readonly form: ClaimForm }) {
  const [text, setText] = useState('');
  const query = useSettled(text.trim());
  const found = useQuery(listHospitals, { query: query === '' ? undefined : query, limit: String(most) });
  return (
    <>
      <TextField
        id={fieldId('hospitalCode')}
        label="医院名称或所在城市"
        placeholder="例如：杭州"
        value={text}
        maxLength={40}
        error={form.problems.hospitalCode}
        onChange={setText}
      />
      <Loaded query={found} say={say}>
        {({ items }) =>
          items.length === 0 ? (
            <View className="t-quiet">没有找到，请换个写法，例如只写名称里的两三个字。</View>
          ) : (
            <ChoiceField
              id="hospital-found"
              label={query === '' ? '请选择，或输入名称查找' : '找到的医院'}
              hint={items.length === most ? `只列出 ${most} 家，没有看到请把名称写得更完整` : undefined}
              choices={items.map(({ code, name, city }) => ({ value: code, label: name, note: city }))}
              value={null}
              onChange={code => form.change({ hospital: items.find(item => item.code === code) ?? null })}
            />
          )
        }
      </Loaded>
    </>
  );
}
