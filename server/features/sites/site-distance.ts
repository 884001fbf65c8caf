/** Mean radius of the earth, metres. */
const earthRadius = 6_371_000;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** Great-circle distance in whole metres (haversine); both positions in the same system, here GCJ-02. */
export function distanceMetres(from: Position, to: Position): number {
  const halfNorth = Math.sin(radians(to.latitude - from.latitude) / 2);
  const halfEast = Math.sin(radians(to.longitude - from.longitude) / 2);
  const chord =
    halfNorth * halfNorth + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * halfEast * halfEast;
  return Math.round(2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(chord))));
}
