import type { Input, Output } from '@contract/endpoint';
import type * as contract from '@contract/privilege-places';
import { grantAt } from '@rules/city-privilege';
import { privilegeOfPlace, type PlaceType } from '@rules/place-type';
import { isUniqueViolation } from '@server/platform/db/errors';
import { newId } from '@server/platform/ids';
import { badField, notFound, Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { toE6 } from './position';
import { PrivilegePlace } from './privilege-place.entity';
import { changesBetween, recordChange } from './record-change';
import type { RegistryAct } from './registry-change.entity';

type Given = Input<typeof contract.savePrivilegePlace>;
/** What an operator writes. */
export type PlaceFields = Pick<
  Given,
  'city' | 'type' | 'name' | 'operatorName' | 'address' | 'opening' | 'note' | 'ways' | 'position'
>;
type Columns = Omit<PrivilegePlace, 'id' | 'state' | 'version' | 'demo' | 'updatedAt'>;

/** A place where the city's rules grant nothing would send donors into an argument. */
export function demandGranted(tx: Tx, city: string, type: PlaceType): void {
  const { granted, ruleId, confirmed } = grantAt(city, type, tx.today);
  if (!granted) throw new Refusal('NOT_GRANTED_THERE', 'conflict', { city, type, ruleId, confirmed });
}

export function toColumns({ position, ways, ...fields }: PlaceFields): Columns {
  const where = toE6(position) ?? { latitudeE6: null, longitudeE6: null };
  return { ...fields, ...where, kind: privilegeOfPlace[fields.type], ways: [...new Set(ways)].sort().join(',') };
}

/** Null when everything stands as it is given. */
export async function changePlace(
  tx: Tx,
  row: PrivilegePlace,
  next: Columns & Pick<PrivilegePlace, 'state'>,
  act: RegistryAct,
): Promise<number | null> {
  const changes = changesBetween({ ...row }, { ...next });
  if (changes.length === 0) return null;
  const { id, version } = row;
  const values = { ...next, version: version + 1, updatedAt: tx.now };
  const { affected } = await tx.em.update(PrivilegePlace, { id, version }, values);
  if (affected !== 1) throw new Refusal('STATE_CHANGED', 'conflict');
  await recordChange(tx, { subjectId: id, act, changes });
  return version + 1;
}

export async function addPlace(
  tx: Tx,
  next: Columns & Pick<PrivilegePlace, 'state'> & { demo?: boolean },
  act: RegistryAct,
): Promise<string> {
  const id = newId();
  await tx.em.insert(PrivilegePlace, { demo: false, ...next, id, version: 1, updatedAt: tx.now });
  await recordChange(tx, { subjectId: id, act });
  return id;
}

export async function savePlace(
  tx: Tx,
  { placeId, version, publish, ...fields }: Given,
): Promise<Output<typeof contract.savePrivilegePlace>> {
  demandGranted(tx, fields.city, fields.type);
  const columns = toColumns(fields);
  try {
    if (placeId === undefined) {
      const next = { ...columns, state: publish ? ('published' as const) : ('draft' as const) };
      return { placeId: await addPlace(tx, next, 'added'), version: 1 };
    }
    if (version === undefined) throw badField('version', 'missing');
    const row = await getAt(tx, placeId, version);
    const state = publish ? 'published' : row.state === 'closed' ? 'closed' : 'draft';
    const act = publish && row.state !== 'published' ? 'published' : 'changed';
    return { placeId, version: (await changePlace(tx, row, { ...columns, state }, act)) ?? version };
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refusal('PLACE_EXISTS', 'conflict', {});
    throw error;
  }
}

/** Nobody writes over what somebody else has just written. */
async function getAt(tx: Tx, id: string, version: number): Promise<PrivilegePlace> {
  const row = await tx.em.findOneBy(PrivilegePlace, { id });
  if (!row) throw notFound();
  if (row.version !== version) throw new Refusal('STATE_CHANGED', 'conflict');
  return row;
}

export async function closePlace(
  tx: Tx,
  { placeId, version, reason }: Input<typeof contract.closePrivilegePlace>,
): Promise<Output<typeof contract.closePrivilegePlace>> {
  const row = await getAt(tx, placeId, version);
  if (row.state === 'closed') throw new Refusal('STATE_CHANGED', 'conflict');
  const values = { state: 'closed' as const, version: version + 1, updatedAt: tx.now };
  const { affected } = await tx.em.update(PrivilegePlace, { id: placeId, version }, values);
  if (affected !== 1) throw new Refusal('STATE_CHANGED', 'conflict');
  await recordChange(tx, { subjectId: placeId, act: 'closed', reason });
  return { done: true };
}

/** On the list at once: seeds. */
export const publishPlace = (tx: Tx, fields: PlaceFields, demo: boolean): Promise<string> =>
  addPlace(tx, { ...toColumns(fields), state: 'published', demo }, 'added');
