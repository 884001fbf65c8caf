import { Button } from '@miniapp/ui/button';
import { SelectField } from '@miniapp/ui/field-pick';
import { TextField } from '@miniapp/ui/field-text';
import { Notice } from '@miniapp/ui/notice';
import { ViewSwitch } from '@miniapp/ui/view-switch';
import { type usePlaces } from '../use-places';
import { kindChoices } from '../words';

/** Where, what, called what. */
export function PlaceFilter({ places }: { readonly places: ReturnType<typeof usePlaces> }) {
  const { cities, city, chooseCity, kind, setKind, typed, setTyped, near, askPosition } = places;
  const known = city === '' || cities.includes(city) ? cities : [city, ...cities];
  return (
    <>
      <ViewSwitch label="用途" choices={kindChoices} value={kind} onChange={setKind} />
      {typeof near !== 'object' && (
        <Button kind="secondary" icon="place" busy={near === 'asking'} onPress={() => void askPosition()}>
          先看离我近的
        </Button>
      )}
      {near === 'not told' && (
        <Notice tone="info" announce>
          没有取得您的位置，请按城市或名称查找。
        </Notice>
      )}
      <SelectField
        id="place-city"
        label="城市"
        choices={[{ value: '', label: '全省' }, ...known.map(name => ({ value: name, label: name }))]}
        value={city}
        onChange={chooseCity}
      />
      <TextField id="place-search" label="名称、线路或地址" optional maxLength={40} value={typed} onChange={setTyped} />
    </>
  );
}
