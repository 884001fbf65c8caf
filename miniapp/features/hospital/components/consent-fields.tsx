import { View } from '@tarojs/components';
import { deskConsentText } from '@rules/waiver-texts';
import { fieldId } from '@miniapp/platform/show-field';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ChoiceField } from '@miniapp/ui/field-choice';
import { Field } from '@miniapp/ui/field';
import { TextField } from '@miniapp/ui/field-text';
import { SignaturePad } from '@miniapp/features/questionnaires/components/signature-pad';
import { type SettlementWork } from '../use-settlement';

const signers = [
  { value: 'patient', label: '患者本人' },
  { value: 'relative', label: '亲属代签（孩子，或患者不能签名）' },
] as const;

/** The patient reads and signs before anything is looked up; turned to the patient, on a pad or a screen that takes a pen. */
export function ConsentFields({ work: { draft, problems, change } }: { readonly work: SettlementWork }) {
  const { consent } = draft;
  const signature = fieldId('consent.signature');
  return (
    <Card title={deskConsentText.title} aside={`${deskConsentText.version} 版`}>
      {deskConsentText.paragraphs.map(paragraph => (
        <View key={paragraph}>{paragraph}</View>
      ))}
      <ChoiceField
        id={fieldId('consent.signer')}
        label="谁签名"
        choices={signers}
        value={consent.who}
        onChange={who => change({ consent: { ...consent, who, strokes: [] } })}
      />
      {consent.who === 'relative' && (
        <TextField
          id={fieldId('consent.signer.name')}
          label="代签人姓名"
          value={consent.name}
          maxLength={50}
          error={problems['consent.signer.name']}
          onChange={name => change({ consent: { ...consent, name } })}
        />
      )}
      <Field id={signature} label="签名" hint="查询以前请患者看一遍再签" error={problems['consent.signature']}>
        <View id={signature}>
          <SignaturePad
            strokes={consent.strokes}
            onChange={edit => change({ consent: { ...consent, strokes: edit(consent.strokes) } })}
          />
        </View>
      </Field>
      <Button
        kind="quiet"
        disabled={consent.strokes.length === 0}
        onPress={() => change({ consent: { ...consent, strokes: [] } })}
      >
        清除重写
      </Button>
    </Card>
  );
}
