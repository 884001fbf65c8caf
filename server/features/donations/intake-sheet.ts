import type { RowProblem } from './intake-reasons';
import { fieldOfHeader, intakeFields, type IntakeField, type IntakeText } from './intake-words';
import { UnusableInput } from './read-intake-file';
import type { Cells } from './split-cells';

/** Turns the cells of a line into named text, as the heading says. */
export interface IntakeSheet {
  read(cells: Cells, line: number): IntakeText | RowProblem;
}

/** Where the cell of each field stands in a row; -1 for none. */
type Places = Readonly<Record<IntakeField, number>>;

const amounts: readonly IntakeField[] = ['volumeMl', 'unitsTenths'];

const blank = Object.fromEntries(intakeFields.map(field => [field, ''])) as IntakeText;

/** `stationCode` stands in for the column when the file has none; `decode` makes text of a cell. */
export function readHeading(cells: Cells, decode: (cell: string) => string, stationCode?: string): IntakeSheet {
  if (!cells) throw new UnusableInput('the first line is no heading: its quotes do not pair');
  const columns = cells.map(cell => fieldOfHeader(decode(cell)));
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
  const cellOf = (row: readonly string[], field: IntakeField): string => {
    const cell = row[places[field]];
    return cell === undefined ? base[field] : decode(cell).trim();
  };
  const places = Object.fromEntries(intakeFields.map(field => [field, columns.indexOf(field)])) as Places;
  return {
    read(row, line) {
      if (!row) return { line, field: 'row', reason: 'quotes' };
      if (row.length !== columns.length) return { line, field: 'row', reason: 'columns' };
      // Written out: an object that grows field by field costs three times as much, a million times.
      return {
        stationCode: cellOf(row, 'stationCode'),
        donationNumber: cellOf(row, 'donationNumber'),
        docType: cellOf(row, 'docType'),
        docNumber: cellOf(row, 'docNumber'),
        name: cellOf(row, 'name'),
        sex: cellOf(row, 'sex'),
        birthDate: cellOf(row, 'birthDate'),
        abo: cellOf(row, 'abo'),
        rhd: cellOf(row, 'rhd'),
        donationType: cellOf(row, 'donationType'),
        volumeMl: cellOf(row, 'volumeMl'),
        unitsTenths: cellOf(row, 'unitsTenths'),
        donatedAt: cellOf(row, 'donatedAt'),
        siteCode: cellOf(row, 'siteCode'),
      };
    },
  };
}
