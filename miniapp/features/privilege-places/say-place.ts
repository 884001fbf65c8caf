import { type PlaceType } from '@rules/place-type';
import { freeWords, type ListedPlace, type Practice, typeWords } from './words';

/** '公园、景点 · 西湖区示范路 1 号': what tells one from another in a list. */
export const sayPlace = ({ city, type, address }: Pick<ListedPlace, 'city' | 'type' | 'address'>): string =>
  [typeWords[type], address === '' ? city : address].join(' · ');

const names = (grants: Practice['grants'], wanted: boolean): string =>
  grants
    .filter(({ granted }) => granted === wanted)
    .map(({ type }: { type: PlaceType }) => freeWords[type])
    .join('；');

/** What is free in the city, and what is not on the list until somebody has confirmed it. */
export const sayGrants = ({ grants }: Practice): { free: string; open: string } => ({
  free: names(grants, true),
  open: names(grants, false),
});
