/** What a place of the 三免 privilege is; `ferry` is a passenger ferry between islands or along a river. */
export const placeTypes = ['metro', 'bus', 'ferry', 'park', 'museum', 'hospital'] as const;
export type PlaceType = (typeof placeTypes)[number];

/** Which of the three privileges it belongs to. */
export const privilegeOfPlace = {
  metro: 'transit',
  bus: 'transit',
  ferry: 'transit',
  park: 'park',
  museum: 'park',
  hospital: 'hospital',
} as const satisfies Record<PlaceType, 'transit' | 'park' | 'hospital'>;
