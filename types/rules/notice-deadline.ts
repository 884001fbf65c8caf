import { addDays, chinaInstant, type CalendarDate, type Instant } from './calendar';
import type { DonationType } from './vocabulary';

/**
 * Days after the donation in which a donor may ask in the service that the unit is kept back. No published text names them:
 * these are the longest times for which the products are stored, and the blood centre has yet to confirm them.
 */
const daysOpen: Readonly<Record<DonationType, number>> = { whole_blood: 35, platelets: 5, stem_cells: 2 };

/** The last instant: the end of the last day. Afterwards the station is told by telephone. */
export const noticeDeadline = (type: DonationType, donatedOn: CalendarDate): Instant =>
  chinaInstant(addDays(donatedOn, daysOpen[type] + 1), '00:00');
