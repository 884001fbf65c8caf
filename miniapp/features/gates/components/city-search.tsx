import { privilegeCities } from '@rules/city-privilege';
import { Column, Columns } from '@miniapp/ui/columns';
import { SelectField } from '@miniapp/ui/field-pick';
import { TextField } from '@miniapp/ui/field-text';

interface CitySearchProps {
  readonly city: string;
  readonly onCity: (city: string) => void;
  readonly label: string;
  readonly typed: string;
  readonly onType: (typed: string) => void;
}

const cities = [{ value: '', label: '全省' }, ...privilegeCities.map(city => ({ value: city, label: city }))];

export function CitySearch({ city, onCity, label, typed, onType }: CitySearchProps) {
  return (
    <Columns>
      <Column>
        <SelectField id="registry-city" label="城市" choices={cities} value={city} onChange={onCity} />
      </Column>
      <Column>
        <TextField id="registry-search" label={label} optional maxLength={40} value={typed} onChange={onType} />
      </Column>
    </Columns>
  );
}
