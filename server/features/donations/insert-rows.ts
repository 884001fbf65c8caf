import type { EntityManager } from 'typeorm';

/** SQLite takes 32,766 parameters in one statement, the MySQL protocol 65,535. */
const maxParameters = 32_000;

/**
 * Writes many rows by few statements. The ORM's own insert builds an object a row and a name a parameter, which costs more
 * than the database needs for the insert. Columns come from the entity, so the two cannot differ.
 */
export async function insertRows<Row extends object>(
  em: EntityManager,
  entity: new () => Row,
  rows: readonly Row[],
): Promise<void> {
  const { driver } = em.connection;
  const { tableName, columns } = em.connection.getMetadata(entity);
  if (columns.some(column => column.transformer))
    throw new Error(`${tableName} has columns that only the ORM can write`);
  const head = `INSERT INTO ${driver.escape(tableName)} (${columns.map(column => driver.escape(column.databaseName)).join(', ')}) VALUES `;
  const tuple = `(${columns.map(() => '?').join(', ')})`;
  const properties = columns.map(column => column.propertyName as keyof Row);
  const perStatement = Math.floor(maxParameters / columns.length);
  for (let from = 0; from < rows.length; from += perStatement) {
    const part = rows.slice(from, from + perStatement);
    const values: unknown[] = [];
    for (const row of part) for (const property of properties) values.push(row[property]);
    await em.query(head + new Array<string>(part.length).fill(tuple).join(', '), values);
  }
}
