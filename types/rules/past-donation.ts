import type { CalendarDate } from './calendar';
import type { DonationType } from './vocabulary';

/** `volumeMl` belongs to whole blood, `unitsTenths` (15 = 1.5 U) to platelets; a missing amount counts nothing until it is corrected. */
export type PastDonation = {
  id: string;
  type: DonationType;
  on: CalendarDate;
  volumeMl?: number;
  unitsTenths?: number;
};
