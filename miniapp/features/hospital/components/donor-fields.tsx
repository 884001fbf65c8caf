import { fieldId } from '@miniapp/platform/show-field';
import { Card } from '@miniapp/ui/card';
import { type Choice, ChoiceField } from '@miniapp/ui/field-choice';
import { SelectField } from '@miniapp/ui/field-pick';
import { type Kin } from '@miniapp/features/waivers/relations';
import { type SettlementWork } from '../use-settlement';
import { PartyFields } from './party-fields';

const whoChoices = [
  { value: 'found', label: '自动查找' },
  { value: 'self', label: '患者本人' },
  { value: 'relative', label: '患者的亲属' },
] as const;

const kinChoices: readonly Choice<Kin>[] = [
  { value: 'spouse', label: '患者的配偶' },
  { value: 'parent', label: '患者的子女' },
  { value: 'child', label: '患者的父亲或母亲' },
  { value: 'sibling', label: '患者的兄弟姐妹（献血者达到金奖标准）' },
  { value: 'grandparent', label: '患者的孙子女、外孙子女（献血者达到金奖标准）' },
  { value: 'spouse_parent', label: '患者的儿媳或女婿（献血者达到金奖标准）' },
];

/** Who donated: looked up, unless a relative must be named for the first time. */
export function DonorFields({ work: { draft, problems, change } }: { readonly work: SettlementWork }) {
  return (
    <Card title="献血者">
      <ChoiceField
        id={fieldId('donor.who')}
        label="谁献过血"
        choices={whoChoices}
        value={draft.who}
        error={problems['donor.who']}
        onChange={who => change({ who })}
      />
      {draft.who === 'relative' && (
        <>
          <SelectField
            id={fieldId('donor.relation')}
            label="献血者是"
            hint="请先征得患者同意，再查询献血者和亲属关系"
            choices={kinChoices}
            value={draft.kin}
            error={problems['donor.relation']}
            onChange={kin => change({ kin })}
          />
          <PartyFields
            field="donor"
            who="献血者"
            value={draft.donor}
            problems={problems}
            onChange={donor => change({ donor })}
          />
        </>
      )}
    </Card>
  );
}
