import { In } from 'typeorm';
import type { Input, Output } from '@contract/endpoint';
import type { importPrivilegePlaces as contract } from '@contract/privilege-places';
import { grantAt } from '@rules/city-privilege';
import { privilegeOfPlace } from '@rules/place-type';
import type { Tx } from '@server/platform/tx';
import { PrivilegePlace } from './privilege-place.entity';
import { readPlaces, type LineProblem, type PlaceLine } from './read-places-csv';
import { changesBetween } from './record-change';
import { addPlace, changePlace, toColumns } from './save-place';

const keyOf = ({ city, kind, name }: Pick<PrivilegePlace, 'city' | 'kind' | 'name'>): string =>
  `${city} ${kind} ${name}`;

/** A place is known by city, kind and name. Lines that cannot go in are named; the others do, when that is asked. */
export async function importPlaces(
  tx: Tx,
  { csv, apply, publish }: Input<typeof contract>,
): Promise<Output<typeof contract>> {
  const { places, problems } = readPlaces(csv);
  const here = await findByName(tx, places);
  const told: LineProblem[] = [...problems];
  const counts = { added: 0, changed: 0, same: 0 };
  for (const { line, fields } of places) {
    if (!grantAt(fields.city, fields.type, tx.today).granted) {
      told.push({ line, column: '类型', reason: 'not_granted_there' });
      continue;
    }
    const columns = toColumns(fields);
    const row = here.get(keyOf(columns));
    const next = { ...columns, state: publish ? ('published' as const) : (row?.state ?? ('draft' as const)) };
    if (!row) {
      counts.added += 1;
      if (apply) await addPlace(tx, next, 'imported');
      continue;
    }
    const differs = changesBetween({ ...row }, { ...next }).length > 0;
    counts[differs ? 'changed' : 'same'] += 1;
    if (apply && differs) await changePlace(tx, row, next, 'imported');
  }
  return { ...counts, problems: told.sort((a, b) => a.line - b.line) };
}

async function findByName(tx: Tx, places: readonly PlaceLine[]): Promise<ReadonlyMap<string, PrivilegePlace>> {
  const cities = [...new Set(places.map(({ fields }) => fields.city))];
  if (cities.length === 0) return new Map();
  const rows = await tx.em.findBy(PrivilegePlace, { city: In(cities) });
  const wanted = new Set(places.map(({ fields }) => keyOf({ ...fields, kind: privilegeOfPlace[fields.type] })));
  return new Map(rows.map(row => [keyOf(row), row] as const).filter(([key]) => wanted.has(key)));
}
