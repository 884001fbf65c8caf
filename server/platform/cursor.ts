import { Refusal } from './refusal';

/** Place after the last row of a page: the values of the order columns. Opaque to clients, holds no personal data. */
const writeCursor = (values: readonly string[]): string => Buffer.from(JSON.stringify(values)).toString('base64url');

/** Throws BAD_CURSOR, which a paged contract lists. */
export function readCursor(text: string | undefined, length: number): readonly string[] | undefined {
  if (text === undefined) return undefined;
  try {
    const values: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (
      Array.isArray(values) &&
      values.length === length &&
      values.every((value): value is string => typeof value === 'string')
    )
      return values;
  } catch {
    // Falls through to the refusal: whatever the text was, we did not write it.
  }
  throw new Refusal('BAD_CURSOR', 'bad_input', {});
}

/** Cuts the extra row that was read to know whether more follow. */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  placeOf: (row: Row) => readonly string[],
): { items: Row[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? writeCursor(placeOf(last)) : null };
}
