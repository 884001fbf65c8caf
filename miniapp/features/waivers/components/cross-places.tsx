import { homeProvince, provinceName, provinces } from '@rules/provinces';
import { fieldId } from '@miniapp/platform/show-field';
import { Card } from '@miniapp/ui/card';
import { ChoiceField } from '@miniapp/ui/field-choice';
import { SelectField } from '@miniapp/ui/field-pick';
import { Notice } from '@miniapp/ui/notice';
import { type CrossForm } from '../use-cross-form';

const ways = [
  { value: 'treated', label: '在外省住院用血', note: '献血在浙江，按浙江的规则减免，由浙江退款' },
  { value: 'donated', label: '在外省献的血', note: '住院在浙江，按献血地的规则减免' },
] as const;
const others = provinces
  .filter(code => code !== homeProvince)
  .map(code => ({ value: code, label: provinceName(code) }));

/** What happened elsewhere, and where: the province of the donation decides by its rule. */
export function CrossPlaces({ form: { draft, change, problems } }: { readonly form: CrossForm }) {
  return (
    <Card title="哪一件事在外省">
      <ChoiceField
        id={fieldId('crossing')}
        label="外省办的是"
        choices={ways}
        value={draft.crossing}
        error={problems.crossing}
        onChange={crossing => change({ crossing })}
      />
      <SelectField
        id={fieldId('province')}
        label="哪个省"
        choices={others}
        value={draft.province}
        error={problems.province}
        onChange={province => change({ province })}
      />
      {draft.crossing === 'donated' && (
        <Notice tone="info" title="按献血地的规则">
          各省的办法不一样。工作人员会按献血地的规则核对，需要的时候与当地血站联系。
        </Notice>
      )}
    </Card>
  );
}
