import { type PlaceType } from '@rules/place-type';
import { type ListedPlace, type Practice, typeWords } from './words';

/** '公园、景点 · 西湖区示范路 1 号 · 06:00–18:00'; what is not known is left out. */
export const sayPlace = ({
  city,
  type,
  address,
  opening,
}: Pick<ListedPlace, 'city' | 'type' | 'address' | 'opening'>): string =>
  [typeWords[type], address === '' ? city : address, opening].filter(part => part !== '').join(' · ');

const names = (grants: Practice['grants'], wanted: boolean): string =>
  grants
    .filter(({ granted }) => granted === wanted)
    .map(({ type }: { type: PlaceType }) => typeWords[type])
    .join('；');

/** What is free in the city, and what is not on the list until somebody has confirmed it. */
export const sayGrants = ({ grants }: Practice): { free: string; open: string } => ({
  free: names(grants, true),
  open: names(grants, false),
});
