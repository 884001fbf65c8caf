import { startTestApp, type TestApp } from '@server/testing/test-app';
import { DataSource } from 'typeorm';
import { migrate } from './migrate';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

describe('migrating', () => {
  it('changes nothing when the schema is up to date', async () => {
    await migrate(test.app.db);
    expect(await test.app.db.source.showMigrations()).toBe(false);
  });

  // SQLite has one process.
  (process.env.TEST_DB === 'mariadb' ? it : it.skip)('lets copies start together on an empty database', async () => {
    const { source } = test.app.db;
    for (let count = source.migrations.length; count > 0; count--) await source.undoLastMigration();
    const copies = await Promise.all([1, 2, 3].map(() => new DataSource(source.options).initialize()));
    await expect(Promise.all(copies.map(copy => migrate({ kind: 'mysql', source: copy })))).resolves.toHaveLength(3);
    expect(await source.showMigrations()).toBe(false);
    for (const copy of copies) await copy.destroy();
  });
});
