import { grantAt } from '@rules/city-privilege';
import { privilegeOfPlace } from '@rules/place-type';
import { Gate, PrivilegePlace, publishPlace, registerGate } from '@server/features/gates';
import type { Tx } from '@server/platform/tx';
import { demoGates, demoPlaces } from './demo-places';

/** Where the privilege works in the demonstration, and gates that stand there. Databases that were filled before get them as well. */
export async function seedPlaces(tx: Tx): Promise<void> {
  if (await tx.em.existsBy(PrivilegePlace, { demo: true })) return;
  for (const place of demoPlaces)
    if (grantAt(place.city, place.type, tx.today).granted) await publishPlace(tx, place, true);
  const places = await tx.em.findBy(PrivilegePlace, { demo: true });
  for (const { code, name, place: placeName, city, staffed } of demoGates) {
    const place = places.find(one => one.city === city && one.name === placeName);
    if (!place || (await tx.em.existsBy(Gate, { code }))) continue;
    const { latitudeE6, longitudeE6, type } = place;
    await registerGate(tx, {
      ...{ code, name, city, staffed, type, placeId: place.id, place: placeName, groupCode: code },
      ...{ operatorName: place.operatorName || placeName, kind: privilegeOfPlace[type], scopes: [place.kind] },
      ...(latitudeE6 !== null && longitudeE6 !== null && { latitudeE6, longitudeE6 }),
    });
  }
}
