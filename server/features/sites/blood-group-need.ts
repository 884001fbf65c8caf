import type { needLevel } from '@contract/needs';
import type { Abo, Rhd } from '@rules/vocabulary';
import type * as z from 'zod/mini';

export type NeedLevel = z.infer<typeof needLevel>;
export interface BloodGroup {
  readonly abo: Abo;
  readonly rhd: Rhd;
}

/** The instruction of each level, from the least to the most urgent. */
export const needLevels: readonly NeedLevel[] = ['enough', 'welcome', 'wanted', 'urgent', 'critical'];

/** From this level on, places are kept for the group's donors. */
const keepsPlaces = (level: NeedLevel): boolean => needLevels.indexOf(level) >= needLevels.indexOf('wanted');

/** As the register knows it: a part may be missing until a laboratory has found it. */
export type KnownGroup = { readonly [part in keyof BloodGroup]: BloodGroup[part] | null } | null;

export const knownGroup = (group: KnownGroup): BloodGroup | null =>
  group?.abo && group.rhd ? { abo: group.abo, rhd: group.rhd } : null;

/** 'O-': short enough for a column that lists several. */
export const groupKey = ({ abo, rhd }: BloodGroup): string => `${abo}${rhd === 'negative' ? '-' : '+'}`;

/** ',A+,O-,': each group between commas, so that one can be looked for in the text; empty when none is in need. */
export function groupsToKeepFor(needs: readonly (BloodGroup & { level: NeedLevel })[]): string {
  const keys = needs.filter(({ level }) => keepsPlaces(level)).map(groupKey);
  return keys.length === 0 ? '' : `,${[...new Set(keys)].sort().join(',')},`;
}

/** Finds the group in such a text with LIKE; nothing is named '?', so that an unknown group is never in need. */
export const neededPattern = (group: KnownGroup): string => {
  const known = knownGroup(group);
  return known ? `%,${groupKey(known)},%` : '?';
};
