/** What is known of a stay when a notice is considered. */
export interface CareFacts {
  readonly state: 'unknown' | 'admitted' | 'discharged' | 'cancelled';
  /** The patient is a donor, or a relative whose kinship was proved, and would have something waived. */
  readonly isCovered: boolean;
  /** What the patient decided in the app. */
  readonly decided: 'granted' | 'refused' | 'none';
  /** What the patient said at admission. */
  readonly saidInHospital: boolean;
  /** Was at any time of the stay in a ward from which no notice is sent. */
  readonly wasLeftOut: boolean;
  /** Hours from the admission until now. */
  readonly hours: number;
}

type CareDecision = 'give' | 'not_admitted' | 'not_covered' | 'not_agreed' | 'left_out' | 'too_late';

/** An admission that is told later than this is news to nobody. */
const noticeWithinHours = 72;

/** Wards from which no notice is sent unless the operator says otherwise: it would hurt, or tell a bystander too much. */
export const leftOutWards = ['psychiatry', 'infectious', 'maternity', 'oncology', 'hospice'] as const;

/** One answer, the strongest reason against first. What was said in the app counts more than what was said in the hospital. */
export function decideCareNotice(facts: CareFacts): CareDecision {
  if (facts.state !== 'admitted') return 'not_admitted';
  if (facts.wasLeftOut) return 'left_out';
  if (facts.decided === 'refused' || (facts.decided === 'none' && !facts.saidInHospital)) return 'not_agreed';
  if (facts.hours > noticeWithinHours) return 'too_late';
  return facts.isCovered ? 'give' : 'not_covered';
}
