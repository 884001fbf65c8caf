import type { CalendarDate } from '../calendar';
import type { DonationType, Sex } from '../vocabulary';
import type { ReasonId } from '../waiver-decision';
import type { WaiverRelation } from '../waiver';

/** Everybody who may stand in a case; `patient` and `donor` are the two of the claim. */
export type Role =
  'donor' | 'patient' | 'wife' | 'husband' | 'mother' | 'father' | 'gran' | 'other' | 'twin' | 'guardian';

export interface CasePerson {
  name: string;
  sex: Sex;
  born: CalendarDate;
  /** No identity card: the registers do not know the number. */
  passport?: string;
}

export type Register = 'population' | 'household' | 'marriage' | 'birth' | 'bill';

/** What the registers hold; whoever is not named in it is unknown to them. */
export interface CaseWorld {
  /** Household books: who stands in which place to the head. */
  books?: readonly (readonly (readonly [Role, string])[])[];
  /** Man, woman, day, kind. */
  marriages?: readonly (readonly [Role, Role, CalendarDate, 'marriage' | 'divorce'])[];
  births?: readonly { child: Role; mother: Role; father?: Role; withNumber: boolean }[];
  /** Names that the registers write otherwise than we do. */
  writes?: Partial<Record<Role, string>>;
  /** Whose number they hold in fifteen digits. */
  old?: readonly Role[];
  deceased?: readonly Role[];
  down?: readonly Register[];
}

export interface CaseBill {
  number: string;
  status: 'normal' | 'reversed' | 'exchanged_paper' | 'partly_refunded';
  /** Name and amount in fen. */
  items: readonly (readonly [string, number])[];
  /** The sum of the lines less the refund unless given. */
  totalFen?: number;
  refundFen?: number;
  patientName?: string;
  patientIs?: Role;
  payerName?: string;
  hospital?: string;
  issuedOn?: CalendarDate;
  oldNumber?: boolean;
}

/** What our own books hold of a bill. */
export interface CaseBook {
  waivedFen?: number;
  /** On another number with the same blood lines. */
  twinFen?: number;
  ofOtherPatient?: boolean;
  /** The same donor stands on the bill with another claim. */
  ofSameDonor?: boolean;
}

export type Expected =
  | { answer: 'yes'; fen: number }
  | { answer: 'no'; clause: string }
  | { answer: 'person'; reasons: readonly ReasonId[] };

export interface WaiverCase {
  id: string;
  group: string;
  about: string;
  relation: WaiverRelation;
  people: Partial<Record<Role, CasePerson>>;
  world: CaseWorld;
  consent: 'not_needed' | 'agreed' | 'declined' | 'no_answer';
  letter: boolean;
  /** A parent claims for the patient. */
  byGuardian: boolean;
  donations: readonly { on: CalendarDate; type: DonationType; ml: number | null }[];
  rhd?: 'positive' | 'negative';
  /** Taken before from the first donation, from the relatives' pool. */
  usedMl?: number;
  bills: readonly CaseBill[];
  /** The claimant typed the five elements instead of having the bills fetched. */
  typed: boolean;
  book: CaseBook;
  stay: { admittedOn: CalendarDate; dischargedOn: CalendarDate };
  /** Judged by the rules in force, by hand. */
  expected: Expected;
}
