import { useState } from 'react';
import { documentChoices } from '@miniapp/features/waivers/document-choices';
import { fieldId } from '@miniapp/platform/show-field';
import { fieldProblems } from '@miniapp/platform/words';
import { Button } from '@miniapp/ui/button';
import { DateField, SelectField } from '@miniapp/ui/field-pick';
import { type CheckIn } from '../use-check-in';
import { CodeField } from './code-field';

interface WayProps {
  readonly checkIn: CheckIn;
}

/** A reader of cards or codes types like a keyboard and ends with Enter. */
export function ByCode({ checkIn: { lookUp, busy } }: WayProps) {
  const [code, setCode] = useState('');
  const send = () => {
    if (code.trim() === '') return;
    setCode('');
    void lookUp({ code: code.trim() });
  };
  return (
    <>
      <CodeField
        name="code"
        label="到场码"
        hint="用扫码枪扫献血者手机上的到场码，或粘贴到这里。"
        value={code}
        onChange={setCode}
        onEnter={send}
      />
      <Button kind="secondary" busy={busy} disabled={code.trim() === ''} onPress={send}>
        查找
      </Button>
    </>
  );
}

type DocType = (typeof documentChoices)[number]['value'];

export function ByDocument({ checkIn: { lookUp, refusal, busy } }: WayProps) {
  const [docType, setDocType] = useState<DocType>('id_card');
  const [docNumber, setDocNumber] = useState('');
  const wrong = refusal ? fieldProblems(refusal.details)['document.docNumber'] : undefined;
  const send = () => void lookUp({ document: { docType, docNumber: docNumber.trim() } });
  return (
    <>
      <SelectField
        id={fieldId('document.docType')}
        label="证件类型"
        choices={documentChoices}
        value={docType}
        onChange={setDocType}
      />
      <CodeField
        name="document.docNumber"
        label="证件号码"
        hint="读卡，或照着证件输入全部号码。"
        {...(wrong && { error: '证件号码不对，请对照证件核对每一位。' })}
        value={docNumber}
        onChange={setDocNumber}
        onEnter={send}
      />
      <Button kind="secondary" busy={busy} disabled={docNumber.trim() === ''} onPress={send}>
        查找
      </Button>
    </>
  );
}

export function ByPhone({ checkIn: { lookUp, refusal, busy } }: WayProps) {
  const [phone, setPhone] = useState('');
  const [birthDate, setBirthDate] = useState('');
  const shared = refusal?.code === 'SECOND_FACT_NEEDED' || birthDate !== '';
  const send = () => void lookUp({ phone: phone.trim(), ...(birthDate && { birthDate }) });
  return (
    <>
      <CodeField
        name="phone"
        label="手机号"
        hint="献血者预约或登记时留的号码。"
        value={phone}
        onChange={setPhone}
        onEnter={send}
      />
      {shared && (
        <DateField
          id={fieldId('birthDate')}
          label="出生日期"
          hint="几个人留了同一个号码，用出生日期分清是哪一位。"
          value={birthDate}
          onChange={setBirthDate}
        />
      )}
      <Button kind="secondary" busy={busy} disabled={phone.trim() === ''} onPress={send}>
        查找
      </Button>
    </>
  );
}
