import { fieldId } from '@miniapp/platform/show-field';
import { Card } from '@miniapp/ui/card';
import { ChoiceField } from '@miniapp/ui/field-choice';
import { SelectField } from '@miniapp/ui/field-pick';
import { TextField } from '@miniapp/ui/field-text';
import { documentChoices } from '../document-choices';
import { kinOf } from '../relations';
import { type DraftForm } from '../use-claim-form';
import { LinkField } from './link-field';

interface DonorFieldsProps {
  readonly form: DraftForm;
  /** Relatives proved before may be chosen: only where the claim takes a link. */
  readonly withLinks?: boolean;
}

/** Whose donations the waiver is reckoned on. */
export function DonorFields({ form, withLinks = false }: DonorFieldsProps) {
  const { draft, change, problems } = form;
  const whose = draft.patient === 'child' ? '孩子' : '我';
  const whoChoices = [
    { value: 'self', label: '我本人', note: `我献过血，这次${whose === '我' ? '自己' : whose}用血` },
    { value: 'relative', label: whose === '我' ? '我的亲属' : '孩子的其他亲属', note: `亲属献过血，这次${whose}用血` },
  ] as const;
  return (
    <Card title="谁献的血">
      <ChoiceField
        id={fieldId('donor.who')}
        label="用哪位的献血记录"
        choices={whoChoices}
        value={draft.who}
        error={problems['donor.who']}
        onChange={who => change({ who })}
      />
      {draft.who === 'relative' && withLinks && draft.patient === 'me' && <LinkField form={form} />}
      {draft.who === 'relative' && !draft.link && (
        <>
          <SelectField
            id={fieldId('relation')}
            label={`献血者是${whose === '我' ? '您' : whose}的什么人`}
            choices={kinOf(whose).map(({ value, label, note }) => ({
              value,
              label: note ? `${label}（${note}）` : label,
            }))}
            value={draft.kin}
            error={problems.relation}
            onChange={kin => change({ kin })}
          />
          <TextField
            id={fieldId('donor.name')}
            label="献血者姓名"
            value={draft.name}
            maxLength={50}
            error={problems['donor.name']}
            onChange={name => change({ name })}
          />
          <SelectField
            id={fieldId('donor.document.docType')}
            label="献血者证件类型"
            choices={documentChoices}
            value={draft.docType}
            onChange={docType => change({ docType })}
          />
          <TextField
            id={fieldId('donor.document.docNumber')}
            label="献血者证件号码"
            hint="献血时登记的证件，用来找到献血记录"
            kind="idcard"
            value={draft.docNumber}
            maxLength={30}
            error={problems['donor.document.docNumber']}
            onChange={docNumber => change({ docNumber })}
          />
        </>
      )}
    </Card>
  );
}
