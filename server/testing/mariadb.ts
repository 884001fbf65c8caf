import { randomBytes } from 'node:crypto';
import { createConnection } from 'mysql2/promise';

/**
 * Creates a database of its own on the server at TEST_DB_URL (`npm test` starts one), so that two test files never see each other's
 * rows. Compares text byte by byte, as SQLite does.
 */
export async function createMariadbDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = process.env.TEST_DB_URL;
  if (!server) {
    throw new Error('TEST_DB=mariadb needs TEST_DB_URL. Type: npm test -- --only mariadb');
  }
  const name = `test_${randomBytes(6).toString('hex')}`;
  await execute(server, `CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  return { url: `${server}/${name}`, drop: () => execute(server, `DROP DATABASE ${name}`) };
}

async function execute(server: string, statement: string): Promise<void> {
  const connection = await createConnection(server);
  try {
    await connection.query(statement);
  } finally {
    await connection.end();
  }
}
