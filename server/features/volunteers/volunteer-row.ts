import type { Input } from '@contract/endpoint';
import { recordVolunteerHours, type volunteerRowProblems } from '@contract/volunteers';
import { readDate } from '@server/features/donations';

type Row = Input<typeof recordVolunteerHours>;
type Reason = (typeof volunteerRowProblems)[number];

const columns = 6;
const fields = recordVolunteerHours.input.shape;

/** Hours as people write them: 3, 3.5, 2.25. What is no whole number of minutes is a slip. */
function readMinutes(text: string): number | undefined {
  if (!/^\d{1,2}(\.\d{1,2})?$/.test(text)) return undefined;
  const minutes = Number(text) * 60;
  return fields.minutes.safeParse(minutes).success ? minutes : undefined;
}

export const isHeading = (cells: readonly string[]): boolean => /编号|event/i.test(cells[0] ?? '');

/** A row of the list, or the first thing that is wrong in it. */
export function readVolunteerRow(given: readonly string[] | undefined): Row | Reason {
  const cells = given?.map(cell => cell.trim());
  // Spreadsheets leave empty columns behind.
  while (cells && cells.length > columns && cells.at(-1) === '') cells.pop();
  if (cells?.length !== columns) return 'columns';
  const [event = '', whose = '', name = '', day = '', hours = '', activity = ''] = cells;
  if (!fields.eventNumber.safeParse(event).success) return 'event_number';
  if (!fields.whose.safeParse(whose).success) return 'number';
  if (!fields.name.safeParse(name).success) return 'name';
  const on = readDate(day);
  if (on === undefined) return 'day';
  const minutes = readMinutes(hours);
  if (minutes === undefined) return 'hours';
  if (!fields.activity.safeParse(activity).success) return 'activity';
  return { eventNumber: event, whose, name, on, minutes, activity };
}
