import { fieldId } from '@miniapp/platform/show-field';
import { Card } from '@miniapp/ui/card';
import { SelectField } from '@miniapp/ui/field-pick';
import { TextField } from '@miniapp/ui/field-text';
import { type Edit } from '../use-edit';
import { type KnownPlace } from '../use-known-places';

interface PlaceFieldsProps {
  readonly edit: Edit;
  /** Where the vehicle stood or will stand on other days. */
  readonly known: readonly KnownPlace[];
}

/** Where the vehicle stands that day. */
export function PlaceFields({ edit: { draft, change, problems }, known }: PlaceFieldsProps) {
  const paths = ['plan.place.address', 'plan.place.latitude', 'plan.place.longitude'];
  const pick = (address: string) => {
    const place = known.find(one => one.address === address);
    if (place) change({ address, latitude: String(place.latitude), longitude: String(place.longitude) }, ...paths);
  };
  return (
    <Card title="当天停靠地点">
      {known.length > 0 && (
        <SelectField
          id={fieldId('known')}
          label="选用停过的地点"
          optional
          choices={known.map(({ address }) => ({ value: address, label: address }))}
          value={known.some(({ address }) => address === draft.address) ? draft.address : null}
          onChange={pick}
        />
      )}
      <TextField
        id={fieldId('plan.place.address')}
        label="地点"
        hint="写到门牌或楼门口，献血者按它找车"
        maxLength={200}
        value={draft.address}
        error={problems.atFields['plan.place.address']}
        onChange={address => change({ address }, 'plan.place.address')}
      />
      <TextField
        id={fieldId('plan.place.latitude')}
        label="纬度"
        hint="高德、腾讯地图上长按地点可看到"
        maxLength={10}
        value={draft.latitude}
        error={problems.atFields['plan.place.latitude']}
        onChange={latitude => change({ latitude }, 'plan.place.latitude')}
      />
      <TextField
        id={fieldId('plan.place.longitude')}
        label="经度"
        maxLength={11}
        value={draft.longitude}
        error={problems.atFields['plan.place.longitude']}
        onChange={longitude => change({ longitude }, 'plan.place.longitude')}
      />
    </Card>
  );
}
