import { useState } from 'react';
import { fieldId } from '@miniapp/platform/show-field';
import { fieldProblems } from '@miniapp/platform/words';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ChoiceField } from '@miniapp/ui/field-choice';
import { DateField } from '@miniapp/ui/field-pick';
import { TextField } from '@miniapp/ui/field-text';
import { Stack } from '@miniapp/ui/stack';
import { type CheckIn } from '../use-check-in';
import { SawDocument } from './found-donor';

const sexes = [
  { value: 'male', label: '男' },
  { value: 'female', label: '女' },
] as const;

/** Nobody has this document yet: the name on it makes the record, and the donor joins the queue as a walk-in. */
export function NewDonor({ checkIn }: { readonly checkIn: CheckIn }) {
  const { walkIn, last, refusal, busy } = checkIn;
  const [name, setName] = useState('');
  const [sex, setSex] = useState<'male' | 'female' | null>(null);
  const [birthDate, setBirthDate] = useState('');
  const docType = last?.arrives.document?.docType;
  const tells = docType === 'id_card' || docType === 'residence_permit';
  const problems = refusal ? fieldProblems(refusal.details) : {};
  const ready = name.trim() !== '' && (tells || (sex !== null && birthDate !== ''));
  const admit = (type: 'whole_blood' | 'platelets') =>
    walkIn?.(type, {
      name: name.trim(),
      ...(!tells && sex && { sex }),
      ...(!tells && birthDate && { birthDate }),
    });
  return (
    <Card title="第一次来，照证件登记">
      <TextField
        id={fieldId('newDonor.name')}
        label="姓名"
        hint="和证件上的一样"
        maxLength={50}
        error={problems['newDonor.name']}
        value={name}
        onChange={setName}
      />
      {!tells && (
        <>
          <ChoiceField id={fieldId('newDonor.sex')} label="性别" choices={sexes} value={sex} onChange={setSex} />
          <DateField
            id={fieldId('newDonor.birthDate')}
            label="出生日期"
            error={problems['newDonor.birthDate']}
            value={birthDate}
            onChange={setBirthDate}
          />
        </>
      )}
      <SawDocument checkIn={checkIn} />
      <Stack gap={3}>
        <Button kind="secondary" busy={busy} disabled={!ready} onPress={() => admit('whole_blood')}>
          登记，现场献全血
        </Button>
        <Button kind="secondary" busy={busy} disabled={!ready} onPress={() => admit('platelets')}>
          登记，现场献血小板
        </Button>
      </Stack>
    </Card>
  );
}
