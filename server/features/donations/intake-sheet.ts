import type { RowProblem } from './intake-reasons';
import { fieldOfHeader, intakeFields, type IntakeField, type IntakeText } from './intake-words';
import { UnusableInput } from './read-intake-file';
import type { Cells } from './split-cells';

/** Turns the cells of a line into named text, as the heading says. */
export interface IntakeSheet {
  read(cells: Cells, line: number): IntakeText | RowProblem;
}

const amounts: readonly IntakeField[] = ['volumeMl', 'unitsTenths'];

const blank = Object.fromEntries(intakeFields.map(field => [field, ''])) as IntakeText;

/** `stationCode` stands in for the column when the file has none. */
export function readHeading(cells: Cells, stationCode?: string): IntakeSheet {
  if (!cells) throw new UnusableInput('the first line is no heading: its quotes do not pair');
  const columns = cells.map(fieldOfHeader);
  const named = columns.filter(field => field !== undefined);
  if (new Set(named).size !== named.length) throw new UnusableInput('the heading names a column twice');
  const base: IntakeText = stationCode === undefined ? blank : { ...blank, stationCode };
  const missing = intakeFields.filter(
    field => !named.includes(field) && !amounts.includes(field) && base[field] === '',
  );
  if (missing.length > 0)
    throw new UnusableInput(
      `the heading lacks ${missing.join(', ')}; if it shows unreadable characters, try --encoding utf8 or gb18030`,
    );
  return {
    read(row, line) {
      if (!row) return { line, field: 'row', reason: 'quotes' };
      if (row.length !== columns.length) return { line, field: 'row', reason: 'columns' };
      const text = { ...base };
      for (let index = 0; index < columns.length; index++) {
        const field = columns[index];
        if (field !== undefined) text[field] = (row[index] ?? '').trim();
      }
      return text;
    },
  };
}
