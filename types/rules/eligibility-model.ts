import type { CalendarDate } from './calendar';
import type { DonationEdition } from './donation-edition';
import type { RuleForce } from './edition';
import type { IntervalType } from './interval';
import type { Measurements } from './measurement';
import type { PastDonation } from './past-donation';
import type { QuestionnaireAnswer } from './questionnaire';
import type { Sex } from './vocabulary';

/** One time in which the donor may not give, as the record says it. */
export type Deferral = { ruleId: string; until?: CalendarDate | undefined; permanent: boolean };

/** Something that happened to the donor, by the rule of the list that speaks of it; without a day it counts from today. */
export type Condition = { ruleId: string; on?: CalendarDate | undefined };

/** A recommended rule that a physician set aside for this donor; it counts again from `until`. */
export type Override = { ruleId: string; from: CalendarDate; until: CalendarDate };

export type EligibilityQuestion = {
  donor: {
    birthDate: CalendarDate;
    sex?: Sex | undefined;
    /** A reaction to a past donation closes the extension of the age limit. */
    pastReaction?: boolean | undefined;
    /** The donor says so where no history is at hand: has given often enough to count as a repeat donor. */
    saysRepeatDonor?: boolean | undefined;
  };
  history: readonly PastDonation[];
  deferrals: readonly Deferral[];
  answers?: { version: string; answers: readonly QuestionnaireAnswer[] } | undefined;
  measurements?: Omit<Measurements, 'sex' | 'type'> | undefined;
  conditions?: readonly Condition[] | undefined;
  overrides?: readonly Override[] | undefined;
  /** A physician approved a special match (特殊配型): one week between platelet donations. */
  specialMatching?: boolean | undefined;
  askedType: IntervalType;
  date: CalendarDate;
  /** Ask one edition, also one that is switched off, instead of those in force. */
  edition?: DonationEdition | undefined;
};

/** What a reason does to the verdict; a note does nothing. */
export type Effect = 'no' | 'doctor' | 'not_before' | 'note';

export type EligibilityReason = {
  kind: 'age' | 'interval' | 'deferral' | 'questionnaire' | 'condition' | 'measurement';
  effect: Effect;
  ruleId: string;
  /** One plain Chinese sentence. */
  text: string;
  /** The value as read aloud: '6个月'. */
  value: string;
  source: string;
  force: RuleForce;
  confirmed: boolean;
  edition: string;
  /** First day on which this reason no longer holds. */
  until?: CalendarDate;
  /** One plain sentence: what would change it. */
  change: string;
  /** Never named to the donor on a screen or in a message. */
  concealed?: true;
  /** Recommended, and yet no physician sets it aside through this service. */
  kept?: true;
  /** A physician set the rule aside: it decides nothing. */
  overridden?: true;
};

export type Eligibility = {
  verdict: 'yes' | 'not_before' | 'no' | 'doctor';
  /** Set with `not_before`: the first day on which every known reason is over. */
  date?: CalendarDate;
  reasons: EligibilityReason[];
  /** The edition of the donation rules that was asked. */
  edition: string;
};
