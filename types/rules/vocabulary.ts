/** Words that every rule speaks in. A stem-cell donation has no interval of its own here: GB 18467-2011 does not cover it. */
export type DonationType = 'whole_blood' | 'platelets' | 'stem_cells';
export type Sex = 'male' | 'female';
export type Abo = 'A' | 'B' | 'O' | 'AB';
export type Rhd = 'positive' | 'negative';
export type DocType =
  | 'id_card'
  | 'residence_permit'
  | 'permanent_resident'
  | 'hk_macau_permit'
  | 'taiwan_permit'
  | 'passport'
  | 'officer_card';

/** The eleven cities of the province in its own order, the capital first. */
export const provinceCities: readonly string[] = [
  ...['杭州市', '宁波市', '温州市', '嘉兴市', '湖州市', '绍兴市', '金华市', '衢州市', '舟山市', '台州市', '丽水市'],
];
