interface Position {
  latitude: number;
  longitude: number;
}
interface Stored {
  latitudeE6: number | null;
  longitudeE6: number | null;
}

/** Whole numbers mean the same on every database. */
export const toE6 = (position: Position | null) =>
  position && {
    latitudeE6: Math.round(position.latitude * 1e6),
    longitudeE6: Math.round(position.longitude * 1e6),
  };

export const fromE6 = ({ latitudeE6, longitudeE6 }: Stored): Position | null =>
  latitudeE6 === null || longitudeE6 === null ? null : { latitude: latitudeE6 / 1e6, longitude: longitudeE6 / 1e6 };
