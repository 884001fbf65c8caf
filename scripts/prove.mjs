// `npm run prove`: the long proofs, each the same file as in `npm test` with many more rounds.
// `npm run prove -- waivers` runs those whose path matches; ROUNDS=1000 makes them longer; TEST_DB=mariadb runs them on MariaDB.
import { installMissing } from './lib/debian.mjs';
import { runJest } from './lib/jest.mjs';
import { startMariadb } from './lib/mariadb.mjs';

const rounds = process.env.ROUNDS ?? '100';
const patterns = process.argv.slice(2);
const onMariadb = process.env.TEST_DB === 'mariadb' && !process.env.TEST_DB_URL;

if (onMariadb) {
  const missing = await installMissing(['mariadb']);
  if (missing.length > 0) {
    console.error(missing.join('\n'));
    process.exit(2);
  }
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));
const server = onMariadb ? await startMariadb() : undefined;
try {
  const { passed, failures } = await runJest(
    'prove',
    [
      '--testMatch',
      '**/*.prove.ts',
      '--runInBand',
      '--testTimeout=600000',
      ...(patterns.length > 0 ? ['--testPathPatterns', ...patterns] : []),
    ],
    { ROUNDS: rounds, ...(server ? { TEST_DB_URL: server.url } : {}) },
  );
  for (const failure of failures) console.log(`failed: ${failure}`);
  console.log(`${rounds} rounds each: ${passed} passed, ${failures.length} failed`);
  process.exitCode = failures.length === 0 ? 0 : 1;
} finally {
  await server?.stop();
}
