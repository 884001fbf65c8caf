import { addMonths, type CalendarDate } from '@rules/calendar';
import type { Abo } from '@rules/vocabulary';
import { type people, unboundDonation } from './personas';

/** Codes of reference-data.ts. */
const hall = 'ZJ01-01';
const wulin = 'ZJ01-02';
const ningbo = 'ZJ02-02';

interface PastGift {
  readonly on: CalendarDate;
  readonly site: string;
  /** Of whole blood; otherwise platelets. */
  readonly volumeMl?: 200 | 300 | 400;
  /** Treatment units of platelets, in tenths. */
  readonly unitsTenths?: 10 | 15 | 20;
}

export interface DemoHistory {
  readonly key: keyof typeof people;
  readonly abo: Abo;
  /** First two digits of the serials of this person's donation numbers, after the 9 that no station's export uses. */
  readonly serial: string;
  gifts(today: CalendarDate): readonly PastGift[];
}

const every = (step: number, from: number, times: number): number[] =>
  Array.from({ length: times }, (_, index) => from + step * index);

/** Relative to the day of seeding, so that "seven months ago" stays true; every interval is one that the rules allow. */
export const histories: readonly DemoHistory[] = [
  {
    key: 'regular',
    abo: 'A',
    serial: '02',
    gifts(today) {
      const blood = (months: number, volumeMl: 200 | 300 | 400, site = wulin) => ({
        on: addMonths(today, -months),
        site,
        volumeMl,
      });
      const platelets = (months: number, unitsTenths: 10 | 15 | 20) => ({
        on: addMonths(today, -months),
        site: hall,
        unitsTenths,
      });
      return [
        blood(47, 200),
        blood(38, 300),
        blood(30, 400, ningbo),
        blood(22, 300),
        platelets(18, 15),
        blood(14, 400),
        platelets(10, 20),
        blood(7, 400),
        platelets(3, 20),
      ];
    },
  },
  {
    key: 'twenty',
    abo: 'O',
    serial: '03',
    gifts: today =>
      every(7, 8, 10).map(months => ({ on: addMonths(today, -months), site: wulin, volumeMl: 400 as const })),
  },
  {
    key: 'gold',
    abo: 'B',
    serial: '05',
    gifts: today => [
      ...every(8, 9, 12).map(months => ({ on: addMonths(today, -months), site: hall, volumeMl: 400 as const })),
      ...every(8, 5, 10).map(months => ({ on: addMonths(today, -months), site: hall, unitsTenths: 20 as const })),
    ],
  },
  {
    key: 'deferred',
    abo: 'AB',
    serial: '04',
    gifts: today => [
      { on: addMonths(today, -29), site: wulin, volumeMl: 200 },
      { on: addMonths(today, -20), site: wulin, volumeMl: 300 },
      { on: addMonths(today, -12), site: wulin, volumeMl: 400 },
    ],
  },
  {
    key: 'unbound',
    abo: 'A',
    serial: '00',
    gifts: () => [{ on: unboundDonation.on, site: wulin, volumeMl: 300 }],
  },
];
