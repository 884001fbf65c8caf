import type { QueryDeepPartialEntity } from 'typeorm';
import { Organization } from '@server/features/organizations';
import { Site } from '@server/features/sites';
import { newId } from '@server/platform/ids';
import type { Tx } from '@server/platform/tx';

/** A city with its station, for demonstration and tests: codes and telephone numbers belong to nobody. */
export interface ReferenceStation {
  readonly code: string;
  /** First five characters of its donation numbers. The 99 says: given to no real facility. */
  readonly facilityCode: string;
  readonly city: string;
  /** Region of the synthetic people's documents. */
  readonly region6: string;
  /** Share of the province's donations, per mille. */
  readonly weight: number;
  readonly sites: readonly ReferenceSite[];
}

interface ReferenceSite {
  readonly code: string;
  readonly name: string;
  readonly kind: 'centre' | 'house' | 'vehicle';
  readonly address: string;
  readonly latitudeE6: number;
  readonly longitudeE6: number;
  readonly phone: string;
}

type Place = readonly [name: string, address: string, latitudeE6: number, longitudeE6: number];
/** Centre, donation house, and in large cities a vehicle, in this order. */
type CityRow = readonly [city: string, weight: number, areaCode: string, ...places: Place[]];

const cityRows: readonly CityRow[] = [
  [
    '杭州市',
    230,
    '0571',
    ['杭州血液中心献血大厅', '滨江区示范路 1 号', 30_208_900, 120_212_000],
    ['武林广场爱心献血屋', '拱墅区示范大街 20 号', 30_272_800, 120_163_400],
    ['城西流动献血车', '西湖区示范西路 300 号', 30_290_500, 120_106_700],
  ],
  [
    '宁波市',
    160,
    '0574',
    ['宁波中心血站献血大厅', '海曙区示范路 2 号', 29_871_300, 121_536_500],
    ['天一广场爱心献血屋', '海曙区示范东街 18 号', 29_868_900, 121_552_600],
    ['鄞州流动献血车', '鄞州区示范中路 166 号', 29_817_200, 121_547_800],
  ],
  [
    '温州市',
    130,
    '0577',
    ['温州中心血站献血大厅', '鹿城区示范路 3 号', 28_001_500, 120_672_100],
    ['五马街爱心献血屋', '鹿城区示范街 35 号', 28_016_900, 120_655_400],
    ['瓯海流动献血车', '瓯海区示范大道 88 号', 27_968_400, 120_637_300],
  ],
  [
    '嘉兴市',
    85,
    '0573',
    ['嘉兴中心血站献血大厅', '南湖区示范路 4 号', 30_745_900, 120_765_500],
    ['月河爱心献血屋', '南湖区示范河街 12 号', 30_771_500, 120_753_200],
  ],
  [
    '湖州市',
    55,
    '0572',
    ['湖州中心血站献血大厅', '吴兴区示范路 5 号', 30_868_300, 120_096_200],
    ['爱山广场爱心献血屋', '吴兴区示范广场 6 号', 30_866_700, 120_099_800],
  ],
  [
    '绍兴市',
    85,
    '0575',
    ['绍兴中心血站献血大厅', '越城区示范路 6 号', 30_002_800, 120_586_300],
    ['城市广场爱心献血屋', '越城区示范横街 9 号', 29_998_100, 120_579_600],
  ],
  [
    '金华市',
    105,
    '0579',
    ['金华中心血站献血大厅', '婺城区示范路 7 号', 29_089_200, 119_649_500],
    ['义乌爱心献血屋', '义乌市示范北路 70 号', 29_306_800, 120_075_100],
    ['永康流动献血车', '永康市示范南路 45 号', 28_888_300, 120_047_600],
  ],
  [
    '衢州市',
    35,
    '0570',
    ['衢州中心血站献血大厅', '柯城区示范路 8 号', 28_941_500, 118_872_900],
    ['坊门街爱心献血屋', '柯城区示范坊 21 号', 28_935_100, 118_867_400],
  ],
  [
    '舟山市',
    20,
    '0580',
    ['舟山中心血站献血大厅', '定海区示范路 9 号', 30_019_400, 122_106_300],
    ['东河爱心献血屋', '普陀区示范东路 51 号', 29_949_700, 122_301_800],
  ],
  [
    '台州市',
    70,
    '0576',
    ['台州中心血站献血大厅', '椒江区示范路 10 号', 28_660_400, 121_431_200],
    ['路桥爱心献血屋', '路桥区示范街 63 号', 28_581_300, 121_374_900],
  ],
  [
    '丽水市',
    25,
    '0578',
    ['丽水中心血站献血大厅', '莲都区示范路 11 号', 28_452_700, 119_916_400],
    ['万地广场爱心献血屋', '莲都区示范大街 28 号', 28_456_300, 119_922_500],
  ],
];

const kinds = ['centre', 'house', 'vehicle'] as const;
const two = (value: number): string => String(value).padStart(2, '0');

const stationOf = ([city, weight, areaCode, ...places]: CityRow, index: number): ReferenceStation => ({
  code: `ZJ${two(index + 1)}`,
  facilityCode: `Z99${two(index + 1)}`,
  city,
  region6: `33${two(index + 1)}00`,
  weight,
  sites: places.map(([name, address, latitudeE6, longitudeE6], place) => ({
    code: `ZJ${two(index + 1)}-${two(place + 1)}`,
    name,
    kind: kinds[place] ?? 'house',
    address: `${city}${address}`,
    latitudeE6,
    longitudeE6,
    phone: `${areaCode}-0000${two(index + 1)}${two(place + 1)}`,
  })),
});

/** The eleven cities of Zhejiang, each with one station; `weight` adds up to 1000. */
export const referenceStations: readonly ReferenceStation[] = cityRows.map(stationOf);

/** One hospital a city and a second one in Hangzhou. */
export const referenceHospitals: readonly { code: string; name: string; city: string }[] = [
  ...cityRows.map(([city], index) => ({
    code: `H33${two(index + 1)}`,
    name: `${city}第一示范医院`,
    city,
  })),
  { code: 'H3312', name: '浙江省示范医院', city: '杭州市' },
];

const openings = {
  centre: { weekdays: [1, 2, 3, 4, 5, 6, 7], opens: '08:00', closes: '16:30' },
  house: { weekdays: [2, 3, 4, 5, 6, 7], opens: '09:30', closes: '17:30' },
  vehicle: { weekdays: [5, 6, 7], opens: '10:00', closes: '16:00' },
};
const chairs = { centre: 8, house: 4, vehicle: 3 };

const openingHoursOf = (kind: ReferenceSite['kind']): string => {
  const { weekdays, opens, closes } = openings[kind];
  return JSON.stringify(weekdays.map(weekday => ({ weekday, opens, closes })));
};

async function insertMissing<Row extends { code: string }>(
  tx: Tx,
  entity: new () => Row,
  rows: (QueryDeepPartialEntity<Row> & { code: string })[],
): Promise<void> {
  const known = await tx.em.createQueryBuilder(entity, 'row').select('row.code', 'code').getRawMany<{ code: string }>();
  const codes = new Set(known.map(row => row.code));
  const missing = rows.filter(row => !codes.has(row.code));
  if (missing.length === 0) return;
  // Two processes may start on one empty database: the unique index of the code lets one of them win, row by row.
  await tx.em.createQueryBuilder().insert().into(entity).values(missing).orIgnore().execute();
}

/** Creates the stations, sites and hospitals that are not there yet, found by their codes; leaves those that are alone. */
export async function ensureReferenceData(tx: Tx): Promise<void> {
  const base = { active: true, createdAt: tx.now };
  await insertMissing(tx, Organization, [
    ...referenceStations.map(({ code, facilityCode, city }) => ({
      ...base,
      id: newId(),
      kind: 'station' as const,
      code,
      name: `${city}${city === '杭州市' ? '血液中心' : '中心血站'}（演示）`,
      city,
      facilityCode,
    })),
    ...referenceHospitals.map(hospital => ({
      ...base,
      ...hospital,
      id: newId(),
      kind: 'hospital' as const,
      facilityCode: null,
    })),
  ]);
  const stations = await tx.em.findBy(Organization, { kind: 'station' });
  const idByCode = new Map(stations.map(station => [station.code, station.id]));
  await insertMissing(
    tx,
    Site,
    referenceStations.flatMap(({ code: stationCode, city, sites }) =>
      sites.map(site => ({
        ...base,
        ...site,
        id: newId(),
        stationId: idByCode.get(stationCode),
        city,
        chairs: chairs[site.kind],
        types: JSON.stringify(site.kind === 'centre' ? ['whole_blood', 'platelets'] : ['whole_blood']),
        openingHours: openingHoursOf(site.kind),
        bring: '本人有效身份证件原件。献血前一晚早睡、不饮酒，当天吃清淡早餐。',
      })),
    ),
  );
}
