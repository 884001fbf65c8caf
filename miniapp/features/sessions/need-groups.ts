import { type Output } from '@contract/endpoint';
import { type listNeeds } from '@contract/needs';

type Need = Output<typeof listNeeds>['items'][number];
export type NeedGroup = Need['group'];
export type Level = Need['level'];

export const levels: readonly Level[] = ['enough', 'welcome', 'wanted', 'urgent', 'critical'];

/** Eight groups, the rare ones last, each with its level; one that nobody has set has enough. */
export const groupsOf = (needs: readonly Need[]): { group: NeedGroup; level: Level }[] =>
  (['positive', 'negative'] as const).flatMap(rhd =>
    (['A', 'B', 'O', 'AB'] as const).map(abo => ({
      group: { abo, rhd },
      level: needs.find(({ group }) => group.abo === abo && group.rhd === rhd)?.level ?? 'enough',
    })),
  );
