import { View } from '@tarojs/components';
import { fieldId } from '@miniapp/platform/show-field';
import { Card } from '@miniapp/ui/card';
import { type Choice, CheckRow, ChoiceField } from '@miniapp/ui/field-choice';
import { SelectField } from '@miniapp/ui/field-pick';
import { TextField } from '@miniapp/ui/field-text';
import { Notice } from '@miniapp/ui/notice';
import { documentChoices } from '../document-choices';
import { type ClaimForm } from '../use-claim-form';

/** Only these numbers tell a birth date, and with it that the patient is a child. */
const childDocuments = documentChoices.filter(({ value }) => value === 'id_card' || value === 'residence_permit');

interface PatientFieldsProps {
  readonly form: ClaimForm;
  readonly myName: string;
}

/** Whose blood fee it is: the person in session, or a child for whom a parent claims. */
export function PatientFields({ form: { draft, change, problems }, myName }: PatientFieldsProps) {
  const patients: readonly Choice<'me' | 'child'>[] = [
    { value: 'me', label: '我本人', note: myName },
    { value: 'child', label: '我的孩子', note: '不满 18 周岁，由您作为监护人申请' },
  ];
  return (
    <Card title="谁用的血">
      <ChoiceField
        id={fieldId('patient.who')}
        label="用血的人"
        choices={patients}
        value={draft.patient}
        onChange={patient => change({ patient, kin: null, link: null })}
      />
      {draft.patient === 'child' && (
        <>
          <TextField
            id={fieldId('patient.name')}
            label="孩子姓名"
            value={draft.childName}
            maxLength={50}
            error={problems['patient.name']}
            onChange={childName => change({ childName })}
          />
          <SelectField
            id={fieldId('patient.document.docType')}
            label="孩子证件类型"
            choices={childDocuments}
            value={draft.childDocType}
            onChange={childDocType => change({ childDocType })}
          />
          <TextField
            id={fieldId('patient.document.docNumber')}
            label="孩子证件号码"
            hint="没有办身份证的，填户口簿上的公民身份号码"
            kind="idcard"
            value={draft.childDocNumber}
            maxLength={30}
            error={problems['patient.document.docNumber']}
            onChange={childDocNumber => change({ childDocNumber })}
          />
          {problems['patient.guardianConsent'] && <Notice tone="look">{problems['patient.guardianConsent']}</Notice>}
          <CheckRow
            id={fieldId('patient.guardianConsent')}
            label="我是孩子的监护人，同意为孩子办理"
            note="孩子的身份和票据信息只用于这次申请"
            checked={draft.guardianConsent}
            onChange={guardianConsent => change({ guardianConsent })}
          />
          <View className="t-note t-quiet">满 18 周岁的，请由本人登录申请。</View>
        </>
      )}
    </Card>
  );
}
