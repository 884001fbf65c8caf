import type { Input, Output } from '@contract/endpoint';
import type * as contract from '@contract/privilege-places';
import { isUniqueViolation } from '@server/platform/db/errors';
import { newId } from '@server/platform/ids';
import { notFound, Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { fromE6, toE6 } from './position';
import { PrivilegePlace } from './privilege-place.entity';

export async function findPlaces(tx: Tx): Promise<Output<typeof contract.listPrivilegePlaces>> {
  const rows = await tx.em.find(PrivilegePlace, { order: { city: 'ASC', kind: 'DESC', name: 'ASC' } });
  return {
    items: rows.map(({ latitudeE6, longitudeE6, updatedAt: _, ...row }) => ({
      ...row,
      position: fromE6({ latitudeE6, longitudeE6 }),
    })),
  };
}

export async function savePlace(
  tx: Tx,
  { placeId, position, ...fields }: Input<typeof contract.savePrivilegePlace>,
): Promise<Output<typeof contract.savePrivilegePlace>> {
  const row = { ...fields, ...(toE6(position) ?? { latitudeE6: null, longitudeE6: null }), updatedAt: tx.now };
  const id = placeId ?? newId();
  try {
    if (!placeId) await tx.em.insert(PrivilegePlace, { id, ...row });
    else if (!(await tx.em.update(PrivilegePlace, { id }, row)).affected) throw notFound();
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refusal('PLACE_EXISTS', 'conflict', {});
    throw error;
  }
  return { placeId: id };
}

export async function removePlace(
  tx: Tx,
  { placeId }: Input<typeof contract.removePrivilegePlace>,
): Promise<Output<typeof contract.removePrivilegePlace>> {
  const { affected } = await tx.em.delete(PrivilegePlace, { id: placeId });
  if (!affected) throw notFound();
  return { done: true };
}
