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
