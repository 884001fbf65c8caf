import { parse } from 'csv-parse/sync';
import { savePrivilegePlace } from '@contract/privilege-places';
import { privilegeOfPlace, type PlaceType } from '@rules/place-type';
import { parseInput } from '@server/platform/route/parse';
import { Refusal } from '@server/platform/refusal';
import type { PlaceFields } from './save-place';

export interface LineProblem {
  readonly line: number;
  readonly column: string;
  readonly reason: string;
}
export interface PlaceLine {
  readonly line: number;
  readonly fields: PlaceFields;
}

/** Heading of the list → field. */
const headings = {
  城市: 'city',
  类型: 'type',
  名称: 'name',
  运营单位: 'operatorName',
  地址: 'address',
  开放时间: 'opening',
  说明: 'note',
  使用方式: 'ways',
  纬度: 'latitude',
  经度: 'longitude',
} as const;
type Heading = keyof typeof headings;
const required: readonly Heading[] = ['城市', '类型', '名称', '使用方式'];
const mostLines = 1000;

const types: Readonly<Record<string, PlaceType | undefined>> = {
  地铁: 'metro',
  公交: 'bus',
  客渡: 'ferry',
  公园: 'park',
  博物馆: 'museum',
  医院: 'hospital',
};
const ways: Readonly<Record<string, string | undefined>> = { 闸机: 'gate', 窗口: 'desk', 卡: 'card' };

/** Undefined when its quotes do not pair. */
function cellsOf(line: string): string[] | undefined {
  try {
    const [cells]: string[][] = parse(line, { relax_column_count: true, trim: true });
    return cells;
  } catch {
    return undefined;
  }
}

const known = (text: string): text is Heading => Object.prototype.hasOwnProperty.call(headings, text);

/** One line is one place. The columns may stand in any order; others are left unread. */
export function readPlaces(csv: string): { places: PlaceLine[]; problems: LineProblem[] } {
  const [first = '', ...lines] = csv.replace(/^\uFEFF/, '').split(/\r?\n/);
  const columns = cellsOf(first) ?? [];
  const missing = required.filter(heading => !columns.includes(heading));
  if (missing.length > 0) throw new Refusal('WRONG_COLUMNS', 'conflict', { missing });
  if (lines.filter(line => line.trim() !== '').length > mostLines)
    throw new Refusal('TOO_MANY_LINES', 'conflict', { most: mostLines });
  const places: PlaceLine[] = [];
  const problems: LineProblem[] = [];
  const seen = new Set<string>();
  lines.forEach((text, index) => {
    const line = index + 2;
    if (text.trim() === '') return;
    const cells = cellsOf(text);
    if (!cells || cells.length > columns.length) {
      problems.push({ line, column: '', reason: 'not_a_line' });
      return;
    }
    const row = Object.fromEntries(
      columns.map((heading, n) => [heading, cells[n] ?? '']).filter(([key = '']) => known(key)),
    );
    const read = readRow(row);
    if ('wrong' in read) {
      problems.push(...read.wrong.map(problem => ({ line, ...problem })));
      return;
    }
    const { city, type, name } = read.fields;
    const key = `${city} ${privilegeOfPlace[type]} ${name}`;
    if (seen.has(key)) problems.push({ line, column: '名称', reason: 'twice_in_list' });
    else places.push({ line, fields: read.fields });
    seen.add(key);
  });
  return { places, problems };
}

type Wrong = Omit<LineProblem, 'line'>;

function readRow(row: Partial<Record<Heading, string>>): { fields: PlaceFields } | { wrong: Wrong[] } {
  const wrong: Wrong[] = [];
  const type = types[row.类型 ?? ''];
  if (!type) wrong.push({ column: '类型', reason: 'not_a_place_type' });
  const named = (row.使用方式 ?? '').split(/[、，,;；/\s]+/).filter(word => word !== '');
  if (named.length === 0) wrong.push({ column: '使用方式', reason: 'missing' });
  if (named.some(word => !ways[word])) wrong.push({ column: '使用方式', reason: 'not_a_way' });
  const position = readPosition(row, wrong);
  const given = {
    ...{ city: row.城市 ?? '', type: type ?? 'bus', name: row.名称 ?? '', operatorName: row.运营单位 ?? '' },
    ...{ address: row.地址 ?? '', opening: row.开放时间 ?? '', note: row.说明 ?? '', publish: false, position },
    ways: [...new Set(named.flatMap(word => ways[word] ?? []))],
  };
  // The same limits as in the form.
  try {
    const { publish: _, placeId: __, version: ___, ...fields } = parseInput(savePrivilegePlace.input, given);
    return wrong.length > 0 ? { wrong } : { fields };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const found = error.details.fields as { field: string; reason: string }[];
    for (const { field, reason } of found) {
      const column = columnOf(field);
      if (!wrong.some(problem => problem.column === column)) wrong.push({ column, reason });
    }
    return { wrong };
  }
}

const columnOf = (field: string): string => {
  const last = field
    .split('.')
    .filter(part => !/^\d+$/.test(part))
    .at(-1);
  return Object.entries(headings).find(([, name]) => name === last)?.[0] ?? '';
};

/** Both numbers or neither. */
function readPosition(row: Partial<Record<Heading, string>>, wrong: Wrong[]): PlaceFields['position'] {
  const { 纬度: north = '', 经度: east = '' } = row;
  if (north === '' && east === '') return null;
  const isNumber = (text: string) => /^\d{1,3}(\.\d{1,8})?$/.test(text);
  if (!isNumber(north)) wrong.push({ column: '纬度', reason: 'not_a_number' });
  if (!isNumber(east)) wrong.push({ column: '经度', reason: 'not_a_number' });
  if (!isNumber(north) || !isNumber(east)) return null;
  return { latitude: Number(north), longitude: Number(east) };
}
