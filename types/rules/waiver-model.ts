import type { CalendarDate } from './calendar';
import type { Edition, Jurisdiction } from './edition';
import type { WaiverRules } from './editions/waiver';
import type { Kinship } from './kinship';
import type { PastDonation } from './past-donation';
import type { Rhd } from './vocabulary';

export type WaiverEdition = Edition<WaiverRules, 'waiver'>;

/** What the patient is to the donor: 'parent' means that the donor's father or mother received the blood. */
export type WaiverRelation = 'self' | Kinship;

/** The donor's own use and the relatives' use are two separate pools. */
export type WaiverPool = 'self' | 'relative';

/** A donation with where it was made: province (Zhejiang unless said) and city, by whose rule it counts. */
export type WaiverDonation = PastDonation & { place?: Jurisdiction; city?: string };

/** What earlier claims took from a donation. */
export type WaiverSpent = { donationId: string; by: WaiverPool; ml: number };

export type WaiverRequest = {
  donor: { rhd?: Rhd };
  history: readonly WaiverDonation[];
  relation: WaiverRelation;
  usedOn: CalendarDate;
  spent?: readonly WaiverSpent[];
  /** The rules of the place of donation in force on the day of use, unless given. */
  edition?: WaiverEdition;
};

export type WaiverClause = 'W-1' | 'W-2' | 'W-3' | 'W-4' | 'W-5' | 'W-6' | 'W-7';

export type WaiverLine = {
  donationId: string;
  donatedOn: CalendarDate;
  volumeMl: number;
  factor: number;
  /** Last day of the multiplied volume; absent once it has passed, and for what has no end. */
  until?: CalendarDate;
  usedMl: number;
  availableMl: number;
  clause: WaiverClause;
  edition: string;
};

export type WaiverReasonCode =
  | 'OK'
  | 'NO_DONATION'
  | 'RELATION_NOT_LISTED'
  | 'BELOW_GOLD_STANDARD'
  | 'USED_UP'
  | 'NO_EDITION'
  /** All that could count was donated in another province, whose rule is not known well enough to decide by. */
  | 'PERSON_MUST_LOOK';

export type WaiverEntitlement = {
  entitled: boolean;
  /** The donor's own blood is free for life: no quota is spent. */
  lifelong: boolean;
  /** null when `lifelong`: without a limit. */
  quotaMl: number | null;
  quotaFen: number | null;
  fenPer10Ml: number;
  /** In the order in which they are to be spent. */
  lines: WaiverLine[];
  clause?: WaiverClause;
  reasonCode: WaiverReasonCode;
  /** Plain Chinese; names no deferral and no health fact, so that a relative may read it. */
  reason: string;
  source: string;
  edition?: string;
};
