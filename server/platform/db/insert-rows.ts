import { QueryFailedError, type EntityManager, type QueryRunner } from 'typeorm';

/** SQLite takes 32,766 parameters in one statement. */
const maxParameters = 32_000;

/** Rows of a statement that the server prepares once and then gets values for; more would not make it faster. */
const preparedRows = 250;

/** The connection of a `mysql2` pool, of which the ORM only uses `query`. */
interface PreparingConnection {
  execute(sql: string, values: unknown[], done: (error: Error | null) => void): void;
}

const isPreparing = (connection: unknown): connection is PreparingConnection =>
  typeof connection === 'object' && connection !== null && 'execute' in connection;

/** A connection that prepares statements, when the transaction runs on one. */
async function findPreparing(runner: QueryRunner | undefined): Promise<PreparingConnection | undefined> {
  const connection: unknown = await runner?.connect();
  return isPreparing(connection) ? connection : undefined;
}

const execute = (connection: PreparingConnection, sql: string, values: unknown[]): Promise<void> =>
  new Promise((resolve, reject) =>
    connection.execute(sql, values, error => (error ? reject(new QueryFailedError(sql, undefined, error)) : resolve())),
  );

/**
 * Writes many rows by few statements. The ORM's own insert builds an object a row and a name a parameter, which costs more
 * than the database needs for the insert. Columns come from the entity, so the two cannot differ.
 */
export async function insertRows<Row extends object>(
  em: EntityManager,
  entity: new () => Row,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const { driver } = em.connection;
  const { tableName, columns } = em.connection.getMetadata(entity);
  if (columns.some(column => column.transformer))
    throw new Error(`${tableName} has columns that only the ORM can write`);
  const head = `INSERT INTO ${driver.escape(tableName)} (${columns.map(column => driver.escape(column.databaseName)).join(', ')}) VALUES `;
  const tuple = `(${columns.map(() => '?').join(', ')})`;
  const properties = columns.map(column => column.propertyName as keyof Row);
  const preparing = rows.length < preparedRows ? undefined : await findPreparing(em.queryRunner);
  const perStatement = preparing ? preparedRows : Math.floor(maxParameters / columns.length);
  for (let from = 0; from < rows.length; from += perStatement) {
    const part = rows.slice(from, from + perStatement);
    const values: unknown[] = [];
    for (const row of part) for (const property of properties) values.push(row[property]);
    const sql = head + new Array<string>(part.length).fill(tuple).join(', ');
    if (preparing && part.length === preparedRows) await execute(preparing, sql, values);
    else await em.query(sql, values);
  }
}
