import { View } from '@tarojs/components';
import { fieldId } from '@miniapp/platform/show-field';
import { SelectField } from '@miniapp/ui/field-pick';
import { TextField } from '@miniapp/ui/field-text';
import { documentChoices } from '@miniapp/features/waivers/document-choices';
import { type PartyDraft, type Problems } from '../settle-form';
import './bill-fields.scss';

interface PartyFieldsProps {
  /** 'patient' or 'donor', as in the paths of problems. */
  readonly field: 'patient' | 'donor';
  readonly who: string;
  readonly value: PartyDraft;
  readonly problems: Problems;
  readonly onChange: (party: PartyDraft) => void;
}

export function PartyFields({ field, who, value, problems, onChange }: PartyFieldsProps) {
  return (
    <>
      <View className="bill-pair">
        <TextField
          id={fieldId(`${field}.name`)}
          label={`${who}姓名`}
          value={value.name}
          maxLength={50}
          error={problems[`${field}.name`]}
          onChange={name => onChange({ ...value, name })}
        />
        <SelectField
          id={fieldId(`${field}.document.docType`)}
          label={`${who}证件类型`}
          choices={documentChoices}
          value={value.docType}
          onChange={docType => onChange({ ...value, docType })}
        />
      </View>
      <TextField
        id={fieldId(`${field}.document.docNumber`)}
        label={`${who}证件号码`}
        kind="idcard"
        value={value.docNumber}
        maxLength={30}
        error={problems[`${field}.document.docNumber`]}
        onChange={docNumber => onChange({ ...value, docNumber })}
      />
    </>
  );
}
