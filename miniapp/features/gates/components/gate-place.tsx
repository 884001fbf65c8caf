import { listManagedPlaces } from '@contract/privilege-places';
import { useQuery } from '@miniapp/platform/use-query';
import { SelectField } from '@miniapp/ui/field-pick';
import { draftOf } from '../read-position';
import { type GateForm } from '../use-gate-form';

/** The place on the donors' list; choosing it fills in what is still empty. */
export function GatePlace({ form: { draft, set } }: { readonly form: GateForm }) {
  const { city, placeId } = draft;
  const places = useQuery(listManagedPlaces, { city, state: 'published' }, { skip: city === '' });
  const items = places.kind === 'ready' && city !== '' ? places.value.items : [];
  if (items.length === 0) return null;
  const choose = (id: string) => {
    const place = items.find(one => one.id === id);
    if (!place) return set({ placeId: null });
    const here = draft.latitude === '' && draft.longitude === '' ? draftOf(place.position) : {};
    set({
      ...{ placeId: id, ...here },
      operatorName: draft.operatorName || place.operatorName || place.name,
      place: draft.place || place.name,
    });
  };
  return (
    <SelectField
      id="gate-place"
      label="对应的使用地点"
      hint="献血者在“哪里可以用”里看到的地点"
      optional
      choices={[{ value: '', label: '不对应' }, ...items.map(({ id, name }) => ({ value: id, label: name }))]}
      value={placeId ?? ''}
      onChange={choose}
    />
  );
}
