import { QueryFailedError, type EntityManager, type QueryRunner } from 'typeorm';
import { bulkLoad, loadText, type LoadingConnection } from './bulk-load';

/** SQLite takes 32,766 parameters in one statement. */
const maxParameters = 32_000;

/** Sizes of the statements that the server prepares once and then gets values for: many rows by the first, the rest by the others. */
const preparedSizes = [250, 50, 10];

/** From so many rows on the server's loader is worth its extra message. */
const rowsWorthLoading = 100;

/** The connection of a `mysql2` pool, of which the ORM only uses `query`. */
interface PreparingConnection extends LoadingConnection {
  execute(sql: string, values: unknown[], done: (error: Error | null) => void): void;
}

const isPreparing = (connection: unknown): connection is PreparingConnection =>
  typeof connection === 'object' && connection !== null && 'execute' in connection;

/** A connection that prepares statements, when the transaction runs on one. */
async function findPreparing(runner: QueryRunner | undefined): Promise<PreparingConnection | undefined> {
  const connection: unknown = await runner?.connect();
  return isPreparing(connection) ? connection : undefined;
}

/** The server keeps no more prepared statements: the same is then said in plain text. */
const serverIsFull = 1461;

const execute = (connection: PreparingConnection, sql: string, values: unknown[]): Promise<'done' | 'full'> =>
  new Promise((resolve, reject) =>
    connection.execute(sql, values, error => {
      if (!error) resolve('done');
      else if ('errno' in error && error.errno === serverIsFull) resolve('full');
      else reject(new QueryFailedError(sql, undefined, error));
    }),
  );

/** How rows of an entity are written. Columns come from the entity, so the two cannot differ. */
function shapeOf<Row extends object>(em: EntityManager, entity: new () => Row, same: Partial<Row>) {
  const { driver } = em.connection;
  const { tableName, columns } = em.connection.getMetadata(entity);
  if (columns.some(column => column.transformer))
    throw new Error(`${tableName} has columns that only the ORM can write`);
  const shared = columns.filter(({ propertyName }) => propertyName in same);
  const own = columns.filter(({ propertyName }) => !(propertyName in same));
  const namesOf = (list: typeof columns) => list.map(({ databaseName }) => driver.escape(databaseName));
  const names = [...namesOf(own), ...namesOf(shared)];
  const table = driver.escape(tableName);
  const head = `INSERT INTO ${table} (${names.join(', ')}) VALUES `;
  const properties = own.map(({ propertyName }) => propertyName as keyof Row);
  return {
    table,
    ownNames: namesOf(own),
    sharedNames: namesOf(shared),
    properties,
    sharedValues: shared.map(({ propertyName }) => same[propertyName as keyof Row]),
    rowsPerStatement: Math.floor(maxParameters / columns.length),
    statement(size: number, sharedTexts: readonly string[]): string {
      const tuple = `(${[...own.map(() => '?'), ...sharedTexts].join(', ')})`;
      return head + new Array<string>(size).fill(tuple).join(', ');
    },
    values(rows: readonly Partial<Row>[], after: readonly unknown[]): unknown[] {
      const values: unknown[] = [];
      for (const row of rows) {
        for (const property of properties) values.push(row[property]);
        values.push(...after);
      }
      return values;
    },
  };
}

/** Servers that do not take rows by their loader; asked once. */
const withoutLoader = new WeakSet<object>();

/** Writes the rows by the server's loader, if it has one and they are many. */
async function loadRows<Row extends object>(
  server: object,
  connection: PreparingConnection,
  { table, ownNames, sharedNames, sharedValues, properties }: ReturnType<typeof shapeOf<Row>>,
  rows: readonly Partial<Row>[],
): Promise<boolean> {
  if (rows.length < rowsWorthLoading || withoutLoader.has(server)) return false;
  const into = { table, columns: ownNames };
  const same = { columns: sharedNames, values: sharedValues };
  const taken = await bulkLoad(connection, into, { rows: rows.length, text: loadText(rows, properties) }, same);
  if (!taken) withoutLoader.add(server);
  return taken;
}

/** Writes as many of the rows as fill prepared statements; answers how many. */
async function insertPrepared<Row extends object>(
  connection: PreparingConnection,
  { sharedValues, statement, values }: ReturnType<typeof shapeOf<Row>>,
  rows: readonly Partial<Row>[],
): Promise<number> {
  // What is the same in all rows is said once: a variable of the session costs the database less than a value a row.
  const variables = sharedValues.map((_value, n) => `@same_${n}`);
  if (variables.length > 0) {
    const set = `SET ${variables.map(name => `${name} = ?`).join(', ')}`;
    if ((await execute(connection, set, sharedValues)) === 'full') return 0;
  }
  let from = 0;
  for (const size of preparedSizes) {
    const sql = statement(size, variables);
    for (; rows.length - from >= size; from += size)
      if ((await execute(connection, sql, values(rows.slice(from, from + size), []))) === 'full') return from;
  }
  return from;
}

/**
 * Writes many rows by few statements. The ORM's own insert builds an object a row and a name a parameter, which costs more
 * than the database needs for the insert. What is the same in all rows goes into `same`.
 */
export async function insertRows<Row extends object, Same extends keyof Row = never>(
  em: EntityManager,
  entity: new () => Row,
  rows: readonly Omit<Row, Same>[],
  same?: Pick<Row, Same>,
): Promise<void> {
  if (rows.length === 0) return;
  const shape = shapeOf(em, entity, (same ?? {}) as Partial<Row>);
  const all = rows as readonly Partial<Row>[];
  const isWorthwhile = rows.length >= Math.min(...preparedSizes);
  const connection = isWorthwhile ? await findPreparing(em.queryRunner) : undefined;
  if (connection && (await loadRows(em.connection, connection, shape, all))) return;
  const { sharedValues, rowsPerStatement } = shape;
  for (
    let from = connection ? await insertPrepared(connection, shape, all) : 0;
    from < rows.length;
    from += rowsPerStatement
  ) {
    const part = all.slice(from, from + rowsPerStatement);
    const marks = sharedValues.map(() => '?');
    await em.query(shape.statement(part.length, marks), shape.values(part, sharedValues));
  }
}
