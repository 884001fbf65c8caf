import { today } from '@miniapp/platform/chinese-date';
import { fieldId } from '@miniapp/platform/show-field';
import { Card } from '@miniapp/ui/card';
import { DateField } from '@miniapp/ui/field-pick';
import { type DraftForm } from '../use-claim-form';

export function StayFields({ form: { draft, change, problems } }: { readonly form: DraftForm }) {
  return (
    <Card title="哪一次住院">
      <DateField
        id={fieldId('admittedOn')}
        label="入院日期"
        hint="出院小结或住院发票上有"
        value={draft.admittedOn}
        to={today()}
        error={problems.admittedOn}
        onChange={admittedOn => change({ admittedOn })}
      />
      <DateField
        id={fieldId('dischargedOn')}
        label="出院日期"
        hint="还没出院的，请在出院结算时直接减免"
        value={draft.dischargedOn}
        from={draft.admittedOn || undefined}
        to={today()}
        error={problems.dischargedOn}
        onChange={dischargedOn => change({ dischargedOn })}
      />
    </Card>
  );
}
