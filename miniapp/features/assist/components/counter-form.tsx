import { type FormEvent, type ReactNode } from 'react';
import { isWeb } from '@miniapp/platform/build';
import { fieldId } from '@miniapp/platform/show-field';
import { documentChoices } from '@miniapp/features/waivers/document-choices';
import { CheckRow } from '@miniapp/ui/field-choice';
import { SelectField } from '@miniapp/ui/field-pick';
import { TextField } from '@miniapp/ui/field-text';
import { type CounterDraft } from '../helper-form';
import './assist.scss';

interface CounterFormProps {
  readonly draft: CounterDraft;
  readonly change: (part: Partial<CounterDraft>) => void;
  readonly problems: Readonly<Record<string, string>>;
  /** Enter in a field; a card reader that is a keyboard ends with it. */
  readonly onEnter: () => void;
  /** What is asked only of somebody new. */
  readonly children?: ReactNode;
}

export function CounterForm({ draft, change, problems, onEnter, children }: CounterFormProps) {
  const fields = (
    <>
      <SelectField
        id={fieldId('document.docType')}
        label="证件类型"
        choices={documentChoices}
        value={draft.docType}
        onChange={docType => change({ docType })}
      />
      <TextField
        id={fieldId('document.docNumber')}
        label="证件号码"
        hint="读卡或照着证件输入，要填完整"
        error={problems['document.docNumber']}
        kind="idcard"
        value={draft.docNumber}
        onChange={docNumber => change({ docNumber })}
        maxLength={30}
      />
      <TextField
        id={fieldId('name')}
        label="姓名"
        hint="和证件上的一样"
        error={problems.name}
        value={draft.name}
        onChange={name => change({ name })}
        maxLength={50}
      />
      {children}
      <CheckRow
        id={fieldId('agreed')}
        label="献血者本人在场，已当面问过，同意代办"
        note="会记入办理记录，并给献血者发一条消息"
        checked={draft.agreed}
        onChange={agreed => change({ agreed })}
      />
    </>
  );
  if (!isWeb) return fields;
  const enter = (event: FormEvent) => {
    event.preventDefault();
    onEnter();
  };
  return (
    <form className="assist-form" onSubmit={enter}>
      {fields}
      <button type="submit" hidden />
    </form>
  );
}
