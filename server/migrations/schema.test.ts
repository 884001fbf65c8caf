import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { features } from '@server/features';
import { SnakeNaming } from '@server/platform/db/naming';
import { platformTables } from '@server/platform/stored';
import { startTestApp, type TestApp } from '@server/testing/test-app';

const file = path.join(__dirname, 'schema.json');
const onMariadb = process.env.TEST_DB === 'mariadb';
let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

/** Table → columns and indexes, in words that do not depend on the database. */
async function describeSchema(source: DataSource): Promise<Record<string, string[]>> {
  const runner = source.createQueryRunner();
  const names = source.entityMetadatas.map(entity => entity.tablePath);
  const tables = await runner.getTables(names);
  await runner.release();
  return Object.fromEntries(
    tables
      .map(({ name, columns, indices }): [string, string[]] => {
        const kind = (type: string) => (type === 'int' ? 'integer' : type);
        const lines = columns.map(column =>
          [
            column.name,
            kind(column.type),
            column.length,
            column.isNullable ? 'null' : '',
            column.isPrimary ? 'primary' : '',
          ]
            .filter(Boolean)
            .join(' '),
        );
        const keys = indices.map(
          ({ name: index, columnNames, isUnique }) =>
            `${isUnique ? 'unique' : 'index'} ${index ?? ''} (${columnNames.join(', ')})`,
        );
        return [name.split('.').at(-1) ?? name, [...lines.sort(), ...keys.sort()]];
      })
      .sort(([a], [b]) => a.localeCompare(b)),
  );
}

const difference = async (source: DataSource) =>
  (await source.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query);

describe('the migrated schema', () => {
  it('is exactly what the entities say', async () => {
    expect(await difference(test.app.db.source)).toEqual([]);
  });

  it('is the same on every database: what stands in schema.json', async () => {
    const schema = await describeSchema(test.app.db.source);
    if (process.env.UPDATE_SCHEMA) writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
    expect(schema).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  });

  it('can be taken back to nothing and made again', async () => {
    const { source } = test.app.db;
    const before = await describeSchema(source);
    for (let count = source.migrations.length; count > 0; count--) await source.undoLastMigration();
    expect(await describeSchema(source)).toEqual({});
    await source.runMigrations({ transaction: 'each' });
    expect(await describeSchema(source)).toEqual(before);
  });

  // MySQL 8 takes other statements than MariaDB from the same migrations; MariaDB understands them as well.
  (onMariadb ? it : it.skip)('is the same when the statements are those for MySQL 8', async () => {
    const stored = [platformTables, ...features];
    const options: DataSourceOptions = {
      type: 'mysql',
      url: (test.app.db.source.options as { url: string }).url,
      entities: stored.flatMap(feature => [...(feature.entities ?? [])]),
      migrations: stored.flatMap(feature => [...(feature.migrations ?? [])]),
      namingStrategy: new SnakeNaming(),
    };
    for (let count = test.app.db.source.migrations.length; count > 0; count--)
      await test.app.db.source.undoLastMigration();
    const source = await new DataSource(options).initialize();
    await source.runMigrations({ transaction: 'each' });
    expect(await describeSchema(source)).toEqual(JSON.parse(readFileSync(file, 'utf8')));
    await source.destroy();
  });
});
