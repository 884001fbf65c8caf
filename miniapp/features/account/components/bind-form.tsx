import { fieldId } from '@miniapp/platform/show-field';
import { SelectField } from '@miniapp/ui/field-pick';
import { TextField } from '@miniapp/ui/field-text';
import { type BindDraft, type DocType } from '../bind-draft';

const documents: readonly { value: DocType; label: string }[] = [
  { value: 'id_card', label: '居民身份证' },
  { value: 'residence_permit', label: '港澳台居民居住证' },
  { value: 'hk_macau_permit', label: '港澳居民来往内地通行证' },
  { value: 'taiwan_permit', label: '台湾居民来往大陆通行证' },
  { value: 'permanent_resident', label: '外国人永久居留身份证' },
  { value: 'passport', label: '护照' },
  { value: 'officer_card', label: '军官证' },
];

interface BindFormProps {
  readonly draft: BindDraft;
  readonly change: (part: Partial<BindDraft>) => void;
  readonly problems: Readonly<Record<string, string>>;
}

export function BindForm({ draft, change, problems }: BindFormProps) {
  return (
    <>
      <TextField
        id={fieldId('name')}
        label="姓名"
        hint="和献血时登记的一样"
        error={problems.name}
        value={draft.name}
        onChange={name => change({ name })}
        maxLength={50}
      />
      <SelectField
        id={fieldId('document.docType')}
        label="证件类型"
        error={problems['document.docType']}
        choices={documents}
        value={draft.docType}
        onChange={docType => change({ docType })}
      />
      <TextField
        id={fieldId('document.docNumber')}
        label="证件号码"
        hint="只用来核对，加密保存，不会显示给别人"
        error={problems['document.docNumber']}
        kind="idcard"
        value={draft.docNumber}
        onChange={docNumber => change({ docNumber })}
        maxLength={30}
      />
      <TextField
        id={fieldId('donationNumber')}
        label="献血码"
        hint="任意一次献血的都可以，印在献血证的条形码旁边"
        error={problems.donationNumber}
        value={draft.donationNumber}
        onChange={donationNumber => change({ donationNumber })}
        maxLength={20}
      />
    </>
  );
}
