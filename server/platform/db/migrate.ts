import type { Database } from './database';

/** Seconds to wait for a copy that migrates; longer than any migration may take. */
const patience = 300;
/** Locks belong to the whole server, so the name says for which database. */
const name = "CONCAT('migrate ', MD5(DATABASE()))";

/**
 * Brings the schema up to date. Copies of the service start together and a statement that changes a table cannot be rolled
 * back, so one of them migrates and the others wait for it.
 */
export async function migrate({ kind, source }: Pick<Database, 'kind' | 'source'>): Promise<void> {
  const run = () => source.runMigrations({ transaction: 'each' });
  if (kind === 'sqlite') return void (await run());
  const runner = source.createQueryRunner();
  try {
    const [answer] = (await runner.query(`SELECT GET_LOCK(${name}, ${patience}) AS taken`)) as { taken: unknown }[];
    if (Number(answer?.taken) !== 1) throw new Error('another copy migrates the database and does not come to an end');
    await run();
  } finally {
    await runner.query(`SELECT RELEASE_LOCK(${name})`);
    await runner.release();
  }
}
