interface Place {
  latitudeE6: number | null;
  longitudeE6: number | null;
}

/** Faster than any train between two stops of ours; nobody has measured what lenders do, so it leads to a look, never to a refusal by itself. */
const METRES_PER_SECOND = 100;
/** Within a city the positions of gates are no better than this. */
const NEAR_METRES = 3000;
const METRES_PER_DEGREE = 111_195;

/** Could one person have come from one gate to the other in that time? Yes, when we do not know where a gate stands. */
export function isTooFast(from: Place, to: Place, seconds: number): boolean {
  const metres = distance(from, to);
  return metres !== undefined && metres > NEAR_METRES && metres > seconds * METRES_PER_SECOND;
}

/** Flat, which is good to a percent within a province. */
function distance(from: Place, to: Place): number | undefined {
  if (from.latitudeE6 === null || from.longitudeE6 === null) return undefined;
  if (to.latitudeE6 === null || to.longitudeE6 === null) return undefined;
  const north = (to.latitudeE6 - from.latitudeE6) / 1e6;
  const middle = ((to.latitudeE6 + from.latitudeE6) / 2e6) * (Math.PI / 180);
  const east = ((to.longitudeE6 - from.longitudeE6) / 1e6) * Math.cos(middle);
  return Math.hypot(north, east) * METRES_PER_DEGREE;
}
