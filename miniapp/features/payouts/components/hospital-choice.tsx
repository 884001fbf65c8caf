import { View } from '@tarojs/components';
import { useState } from 'react';
import { listHospitals } from '@contract/waivers';
import { fieldId } from '@miniapp/platform/show-field';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { ChoiceField } from '@miniapp/ui/field-choice';
import { TextField } from '@miniapp/ui/field-text';
import { Loaded } from '@miniapp/ui/loaded';
import { useSettled } from '@miniapp/features/waivers/use-settled';
import { say } from '@miniapp/features/waivers/words';
import { type Hospital } from '../use-books';

const most = 8;

interface HospitalChoiceProps {
  readonly value: Hospital | null;
  readonly error?: string;
  readonly onChange: (hospital: Hospital | null) => void;
}

export function HospitalChoice({ value, error, onChange }: HospitalChoiceProps) {
  const [text, setText] = useState('');
  const query = useSettled(text.trim());
  if (value)
    return (
      <>
        <View className="t-lead t-strong">{value.name}</View>
        <Button kind="quiet" onPress={() => onChange(null)}>
          换一家医院
        </Button>
      </>
    );
  return (
    <>
      <TextField
        id={fieldId('hospitalCode')}
        label="医院名称或所在城市"
        value={text}
        maxLength={40}
        error={error}
        onChange={setText}
      />
      {query !== '' && <Found query={query} onChange={onChange} />}
    </>
  );
}

function Found({ query, onChange }: { readonly query: string; readonly onChange: (hospital: Hospital) => void }) {
  const found = useQuery(listHospitals, { query, limit: String(most) });
  return (
    <Loaded query={found} say={say}>
      {({ items }) =>
        items.length === 0 ? (
          <View className="t-quiet">没有找到，请换个写法，例如只写名称里的两三个字。</View>
        ) : (
          <ChoiceField
            id="books-hospital"
            label="请选择"
            choices={items.map(({ code, name, city }) => ({ value: code, label: name, note: city }))}
            value={null}
            onChange={code => {
              const chosen = items.find(item => item.code === code);
              if (chosen) onChange(chosen);
            }}
          />
        )
      }
    </Loaded>
  );
}
