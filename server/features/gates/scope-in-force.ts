import { scopeByte, SCOPE_NAMES } from '@privilege-code/scope';
import type { CalendarDate } from '@rules/calendar';
import { grantAt } from '@rules/city-privilege';
import { placeTypes, privilegeOfPlace } from '@rules/place-type';
import type { Gate } from './gate.entity';

/** Scope bits by city and type of place, for one day: some hundred entries at the most, so that a scan only looks up. */
let ofTheDay = { day: '', bits: new Map<string, number>() };

/**
 * Of the scopes that a gate was registered for, those that the rules of its city grant on this day: a city that ends a privilege ends
 * it at its gates, without anybody visiting the registry. A type says which place it is only for its own privilege.
 */
export function scopeInForce({ city, type, scope }: Pick<Gate, 'city' | 'type' | 'scope'>, day: CalendarDate): number {
  if (ofTheDay.day !== day) ofTheDay = { day, bits: new Map() };
  const name = `${city} ${type}`;
  const known = ofTheDay.bits.get(name);
  if (known !== undefined) return scope & known;
  const bits = grantedBits(city, type, day);
  ofTheDay.bits.set(name, bits);
  return scope & bits;
}

function grantedBits(city: string, type: Gate['type'], day: CalendarDate): number {
  const own = type === '' ? undefined : privilegeOfPlace[type];
  const granted = SCOPE_NAMES.filter(name =>
    placeTypes
      .filter(candidate => privilegeOfPlace[candidate] === name && (name !== own || candidate === type))
      .some(candidate => grantAt(city, candidate, day).granted),
  );
  return scopeByte(granted);
}
