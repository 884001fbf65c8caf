import { parse } from 'csv-parse/sync';

/** Cells of a line, or undefined when its quotes do not pair. */
export type Cells = readonly string[] | undefined;

const options = { relax_column_count: true, skip_empty_lines: false } as const;

function splitQuoted(line: string): Cells {
  try {
    const records: string[][] = parse(line, options);
    return records.length === 1 ? records[0] : undefined;
  } catch {
    return undefined;
  }
}

/**
 * One line is one row: a station's rows hold no line breaks, and so a quote that nobody closed costs one row and not the rest
 * of the file. Lines without quotes, which most exports consist of, need no parser.
 */
export function splitCells(lines: readonly string[]): Cells[] {
  if (!lines.some(line => line.includes('"'))) return lines.map(line => line.split(','));
  try {
    const records: string[][] = parse(lines.join('\n'), options);
    // A quote that runs over a line end joins two lines: then each line is read alone, so that the rows stay apart.
    if (records.length === lines.length) return records;
  } catch {
    // As above: at least one line is not well formed.
  }
  return lines.map(splitQuoted);
}
