import { privilegeCities } from '@rules/city-privilege';
import { distanceMetres } from '@server/features/sites';

/** The few columns by which places are found and put in order. */
export interface RankedPlace {
  readonly id: string;
  readonly city: string;
  readonly kind: string;
  readonly name: string;
  readonly operatorName: string;
  readonly address: string;
  readonly latitudeE6: number | null;
  readonly longitudeE6: number | null;
}

interface Asked {
  readonly search?: string;
  readonly from?: { readonly latitude: number; readonly longitude: number };
}

/** Further than any place: Infinity minus Infinity is no order. */
const FAR = 1e9;

/** As people go about: transport, then parks, then hospitals. */
const kinds = ['transit', 'park', 'hospital'];

const holds = (place: RankedPlace, words: readonly string[]): boolean => {
  const text = `${place.city}${place.name} ${place.operatorName} ${place.address}`.toLowerCase();
  return words.every(word => text.includes(word));
};

const byPlace = (a: RankedPlace, b: RankedPlace): number =>
  privilegeCities.indexOf(a.city) - privilegeCities.indexOf(b.city) ||
  kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
  a.name.localeCompare(b.name, 'zh-CN') ||
  (a.id < b.id ? -1 : 1);

/** Places that hold every word, the nearest first, those without a position last; by city, kind and name when nobody says where they are. */
export function rankPlaces<P extends RankedPlace>(
  places: readonly P[],
  { search = '', from }: Asked,
): { place: P; metres: number | null }[] {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '');
  const found = places
    .filter(place => holds(place, words))
    .sort(byPlace)
    .map(place => ({ place, metres: metresTo(place, from) }));
  return from ? found.sort((a, b) => (a.metres ?? FAR) - (b.metres ?? FAR)) : found;
}

function metresTo({ latitudeE6, longitudeE6 }: RankedPlace, from: Asked['from']): number | null {
  if (!from || latitudeE6 === null || longitudeE6 === null) return null;
  return distanceMetres(from, { latitude: latitudeE6 / 1e6, longitude: longitudeE6 / 1e6 });
}
