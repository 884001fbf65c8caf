import { type Output } from '@contract/endpoint';
import { type getSession } from '@contract/sessions';
import { sayDate } from '@miniapp/platform/chinese-date';
import { fieldId } from '@miniapp/platform/show-field';
import { Card } from '@miniapp/ui/card';
import { SelectField } from '@miniapp/ui/field-pick';
import { TextField } from '@miniapp/ui/field-text';
import { hourChoices } from '../plan-draft';
import { type Edit } from '../use-edit';
import { type KnownPlace } from '../use-known-places';
import { CapacityFields } from './capacity-fields';
import { PlaceFields } from './place-fields';

interface EditFormProps {
  readonly read: Output<typeof getSession>;
  readonly edit: Edit;
  readonly known: readonly KnownPlace[];
}

export function EditForm({ read: { session, site }, edit, known }: EditFormProps) {
  const { draft, change, problems } = edit;
  const errors = problems.atFields;
  return (
    <>
      <Card title={`${site.name} · ${sayDate(session.on)}`}>
        <SelectField
          id={fieldId('plan.opens')}
          label="开始"
          choices={hourChoices(draft.opens)}
          value={draft.opens}
          onChange={opens => change({ opens }, 'plan.closes')}
        />
        <SelectField
          id={fieldId('plan.closes')}
          label="结束"
          error={errors['plan.closes']}
          choices={hourChoices(draft.closes)}
          value={draft.closes}
          onChange={closes => change({ closes }, 'plan.closes')}
        />
      </Card>
      {site.kind === 'vehicle' && <PlaceFields edit={edit} known={known} />}
      {site.types.includes('whole_blood') && (
        <CapacityFields
          type="whole_blood"
          path="plan.wholeBlood"
          on={session.on}
          draft={draft.wholeBlood}
          problems={errors}
          onChange={(wholeBlood, field) => change({ wholeBlood }, field)}
        />
      )}
      {site.types.includes('platelets') && (
        <CapacityFields
          type="platelets"
          path="plan.platelets"
          on={session.on}
          draft={draft.platelets}
          problems={errors}
          onChange={(platelets, field) => change({ platelets }, field)}
        />
      )}
      <Card title="为急需血型留位">
        <TextField
          id={fieldId('plan.reservedPercent')}
          label="留出百分之几"
          hint="从可预约的名额里留，有急需血型时才生效"
          kind="number"
          maxLength={3}
          value={draft.reservedPercent}
          error={errors['plan.reservedPercent']}
          onChange={reservedPercent => change({ reservedPercent }, 'plan.reservedPercent')}
        />
        <TextField
          id={fieldId('plan.releaseHours')}
          label="提前几小时放给所有人"
          kind="number"
          maxLength={3}
          value={draft.releaseHours}
          error={errors['plan.releaseHours']}
          onChange={releaseHours => change({ releaseHours }, 'plan.releaseHours')}
        />
      </Card>
    </>
  );
}
