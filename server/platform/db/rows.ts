import type { EntityManager, EntityMetadata, ObjectLiteral } from 'typeorm';

/**
 * Reads and writes of whole rows by plain equality, for the paths that many people take at the same moment: the query builder
 * of TypeORM takes more of the processor for such a statement than the database does. Everything else uses TypeORM itself.
 */

type Class<Row> = new () => Row;
type Where<Row> = Partial<Record<keyof Row & string, string | number>>;
type Value = string | number | null;
type ColumnMetadata = EntityMetadata['columns'][number];

interface Plan {
  readonly meta: EntityMetadata;
  readonly columns: readonly ColumnMetadata[];
  /** Quoted. */
  readonly table: string;
  readonly select: string;
  readonly insert: string;
  readonly insertOrIgnore: string;
  /** One row of values. */
  readonly values: string;
}

// One plan for each entity of each open database.
const plans = new WeakMap<EntityMetadata, Plan>();

function planOf<Row>(em: EntityManager, entity: Class<Row>): Plan {
  const meta = em.connection.getMetadata(entity);
  const known = plans.get(meta);
  if (known) return known;
  const quote = (name: string) => em.connection.driver.escape(name);
  const names = meta.columns.map(column => quote(column.databaseName)).join(', ');
  const values = `(${meta.columns.map(() => '?').join(', ')})`;
  const into = `INTO ${quote(meta.tableName)} (${names}) VALUES ${values}`;
  const ignore = em.connection.options.type === 'better-sqlite3' ? 'OR IGNORE' : 'IGNORE';
  const plan: Plan = {
    meta,
    columns: meta.columns,
    table: quote(meta.tableName),
    select: `SELECT ${names} FROM ${quote(meta.tableName)}`,
    insert: `INSERT ${into}`,
    insertOrIgnore: `INSERT ${ignore} ${into}`,
    values,
  };
  plans.set(meta, plan);
  return plan;
}

/** Columns have one transformer at the most (`columns.ts`). */
const transformerOf = ({ transformer }: ColumnMetadata) => (Array.isArray(transformer) ? undefined : transformer);

function toValue(column: ColumnMetadata, row: ObjectLiteral): Value {
  const value: unknown = row[column.propertyName] ?? column.default ?? null;
  return (transformerOf(column)?.to(value) ?? value) as Value;
}

function toRow<Row>(entity: Class<Row>, columns: readonly ColumnMetadata[], raw: ObjectLiteral): Row {
  const row = new entity() as Row & ObjectLiteral;
  for (const column of columns) {
    const value: unknown = raw[column.databaseName] ?? null;
    const transformer = transformerOf(column);
    Reflect.set(row, column.propertyName, transformer && value !== null ? transformer.from(value) : value);
  }
  return row;
}

function columnOf({ meta }: Plan, name: string): ColumnMetadata {
  const column = meta.findColumnWithPropertyName(name);
  if (!column) throw new Error(`no column ${name}`);
  return column;
}

const equalities = (em: EntityManager, plan: Plan, names: readonly string[]): string[] =>
  names.map(name => `${em.connection.driver.escape(columnOf(plan, name).databaseName)} = ?`);

export async function findRows<Row extends object>(
  em: EntityManager,
  entity: Class<Row>,
  where: Where<Row>,
): Promise<Row[]> {
  const plan = planOf(em, entity);
  const sql = `${plan.select} WHERE ${equalities(em, plan, Object.keys(where)).join(' AND ')}`;
  const found: ObjectLiteral[] = await em.query(sql, Object.values(where));
  return found.map(raw => toRow(entity, plan.columns, raw));
}

/** Lists of a few lengths only, so that the database plans few statements: the last value stands there more than once. */
export function padded<T>(values: readonly T[]): T[] {
  const length = 2 ** Math.ceil(Math.log2(Math.max(1, values.length)));
  return Array.from({ length }, (_, n) => values[Math.min(n, values.length - 1)] as T);
}

/** Rows whose column holds one of the values, in no order. */
export async function findRowsIn<Row extends object>(
  em: EntityManager,
  entity: Class<Row>,
  name: keyof Row & string,
  values: readonly string[],
): Promise<Row[]> {
  if (values.length === 0) return [];
  const plan = planOf(em, entity);
  const column = plan.meta.findColumnWithPropertyName(name);
  if (!column) throw new Error(`no column ${name}`);
  const list = padded(values);
  const marks = list.map(() => '?').join(', ');
  const sql = `${plan.select} WHERE ${em.connection.driver.escape(column.databaseName)} IN (${marks})`;
  const found: ObjectLiteral[] = await em.query(sql, list);
  return found.map(raw => toRow(entity, plan.columns, raw));
}

/** For conditions that at most one row fulfils. */
export async function findRow<Row extends object>(
  em: EntityManager,
  entity: Class<Row>,
  where: Where<Row>,
): Promise<Row | null> {
  const [row] = await findRows(em, entity, where);
  return row ?? null;
}

/** Gives every row that fulfils the condition these values. Where it matters how many there were, TypeORM's builder says it. */
export async function updateRows<Row extends object>(
  em: EntityManager,
  entity: Class<Row>,
  where: Where<Row>,
  set: Partial<Row>,
): Promise<void> {
  const plan = planOf(em, entity);
  const names = Object.keys(set);
  const assigned = equalities(em, plan, names).join(', ');
  const sql = `UPDATE ${plan.table} SET ${assigned} WHERE ${equalities(em, plan, Object.keys(where)).join(' AND ')}`;
  await em.query(sql, [...names.map(name => toValue(columnOf(plan, name), set)), ...Object.values(where)]);
}

/** Adds a row; one that a unique key forbids is an error, or left out when that is said. */
export async function insertRow<Row extends object>(
  em: EntityManager,
  entity: Class<Row>,
  row: Row,
  options: { orIgnore?: boolean } = {},
): Promise<void> {
  const plan = planOf(em, entity);
  const values = plan.columns.map(column => toValue(column, row));
  await em.query(options.orIgnore ? plan.insertOrIgnore : plan.insert, values);
}

/** Locks rows to the end of the transaction by a change that changes nothing: every database understands it. */
export async function lockRows<Row extends object>(
  em: EntityManager,
  entity: Class<Row>,
  name: keyof Row & string,
  values: readonly string[],
): Promise<void> {
  if (values.length === 0) return;
  const plan = planOf(em, entity);
  const column = em.connection.driver.escape(columnOf(plan, name).databaseName);
  const list = padded(values);
  const marks = list.map(() => '?').join(', ');
  await em.query(`UPDATE ${plan.table} SET ${column} = ${column} WHERE ${column} IN (${marks})`, list);
}

/** How many rows a statement changed; undefined where the driver does not say. */
export function changedRows(answer: unknown): number | undefined {
  const said =
    typeof answer === 'object' && answer !== null ? (Reflect.get(answer, 'affectedRows') as unknown) : undefined;
  return typeof said === 'number' ? said : undefined;
}

/** Adds all rows by one statement; answers as `changedRows`. */
export async function insertRows<Row extends object>(
  em: EntityManager,
  entity: Class<Row>,
  rows: readonly Row[],
  options: { orIgnore?: boolean } = {},
): Promise<number | undefined> {
  if (rows.length === 0) return 0;
  const plan = planOf(em, entity);
  const more = `, ${plan.values}`.repeat(rows.length - 1);
  const values = rows.flatMap(row => plan.columns.map(column => toValue(column, row)));
  return changedRows(await em.query((options.orIgnore ? plan.insertOrIgnore : plan.insert) + more, values));
}
