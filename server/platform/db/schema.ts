import { Table, TableColumn, TableIndex, type QueryRunner } from 'typeorm';

interface ColumnShape {
  type: 'varchar' | 'integer' | 'text';
  length?: number;
  nullable?: boolean;
  primary?: boolean;
  /** SQL of the value that rows get which are there already. */
  default?: string;
}

/** Column shapes for migrations, twins of the decorators in `columns.ts`. */
export const id = (): ColumnShape => ({ type: 'varchar', length: 36, primary: true });
export const ref = (): ColumnShape => ({ type: 'varchar', length: 36 });
export const code = (length: number): ColumnShape => ({ type: 'varchar', length });
export const at = (): ColumnShape => ({ type: 'varchar', length: 24 });
export const day = (): ColumnShape => ({ type: 'varchar', length: 10 });
export const whole = (): ColumnShape => ({ type: 'integer' });
export const longText = (): ColumnShape => ({ type: 'text' });
export const flag = (): ColumnShape => ({ type: 'integer' });
export const nullable = (shape: ColumnShape): ColumnShape => ({ ...shape, nullable: true });
/** For a column added to a full table: what the rows there get. The entity names the same default. */
export const withDefault = (shape: ColumnShape, value: number | string): ColumnShape => ({
  ...shape,
  default: typeof value === 'number' ? String(value) : `'${value}'`,
});
export const primary = (shape: ColumnShape): ColumnShape => ({ ...shape, primary: true });

interface Keys {
  /** Unique indexes by name (`ux_…`). */
  unique?: Record<string, readonly string[]>;
  /** Plain indexes by name (`ix_…`). */
  index?: Record<string, readonly string[]>;
}

const toColumn = (name: string, shape: ColumnShape) =>
  new TableColumn({
    name,
    type: shape.type,
    length: shape.length === undefined ? undefined : String(shape.length),
    isNullable: shape.nullable ?? false,
    isPrimary: shape.primary ?? false,
    default: shape.default,
  });

const toIndexes = (keys: Keys) => [
  ...Object.entries(keys.unique ?? {}).map(
    ([name, columnNames]) => new TableIndex({ name, columnNames: [...columnNames], isUnique: true }),
  ),
  ...Object.entries(keys.index ?? {}).map(
    ([name, columnNames]) => new TableIndex({ name, columnNames: [...columnNames] }),
  ),
];

/** Creates a table the same way on every supported database. Column names in snake_case. */
export async function createTable(
  runner: QueryRunner,
  name: string,
  columns: Record<string, ColumnShape>,
  keys: Keys = {},
): Promise<void> {
  await runner.createTable(
    new Table({
      name,
      columns: Object.entries(columns).map(([column, shape]) => toColumn(column, shape)),
      indices: toIndexes(keys),
    }),
  );
}

/** Adds columns, nullable or with a default, and indexes to a table that may be full. */
export async function addColumns(
  runner: QueryRunner,
  table: string,
  columns: Record<string, ColumnShape>,
  keys: Keys = {},
): Promise<void> {
  await runner.addColumns(
    table,
    Object.entries(columns).map(([column, shape]) => toColumn(column, shape)),
  );
  for (const index of toIndexes(keys)) await runner.createIndex(table, index);
}

/** Takes back what `addColumns` added. */
export async function dropColumns(
  runner: QueryRunner,
  table: string,
  columns: readonly string[],
  indexes: readonly string[] = [],
): Promise<void> {
  for (const index of indexes) await runner.dropIndex(table, index);
  await runner.dropColumns(table, [...columns]);
}
