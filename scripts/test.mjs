// `npm test`: the whole gate. Every stage runs, whatever the others say; the last line is `N passed, N failed`.
// `npm test -- --only check|sqlite|mariadb|build|hosts|browser` runs one stage (comma for several).
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { runChecks } from './lib/checks.mjs';
import { installMissing } from './lib/debian.mjs';
import { runJest } from './lib/jest.mjs';
import { startMariadb } from './lib/mariadb.mjs';
import { root, run, stepLine } from './lib/run.mjs';

const hosts = ['h5', 'weapp', 'alipay', 'zheliban'];
/** Only these open a database; pure rules and the mini-program give the same answer on both. */
const databaseTests = '/server/(features/|platform/|migrations/|cli/|seeds/|[^/]+\\.test)';
const jest = (name, args, env) => runJest(name, [...args, '--maxWorkers=2'], env);
const journeys = '--config=jest.e2e.config.cjs';
const hostSpecs = 'miniapp/e2e/hosts';

const stages = {
  check: async () => fromSteps(await runChecks()),
  build: async () => {
    // Two at a time: a build waits for its own first half, and nobody has more cores to count on.
    const results = [];
    const left = [...hosts];
    const buildRest = async () => {
      for (let host = left.shift(); host; host = left.shift()) {
        const built = await run(process.execPath, ['scripts/build.mjs', host, '--if-stale']);
        const result = { ...built, name: `build ${host}` };
        results.push(result);
        console.log(stepLine(result));
        if (!built.ok) console.log(built.output.split('\n').slice(-60).join('\n'));
      }
    };
    await Promise.all([buildRest(), buildRest()]);
    return fromSteps(results);
  },
  sqlite: () => jest('sqlite', [], { TEST_DB: 'sqlite' }),
  mariadb: async () => {
    const server = await startMariadb();
    try {
      return await jest('mariadb', [databaseTests], { TEST_DB: 'mariadb', TEST_DB_URL: server.url });
    } finally {
      await server.stop();
    }
  },
  hosts: () => jest('hosts', [journeys, hostSpecs]),
  // Each journey starts a server and a browser of its own, and waits for one of them most of the time.
  browser: () => jest('browser', [journeys, `--testPathIgnorePatterns=${hostSpecs}`]),
};

const fromSteps = results => ({
  passed: results.filter(result => result.ok).length,
  failures: results.filter(result => !result.ok).map(result => result.name),
  seconds: results.reduce((total, result) => total + result.seconds, 0),
});

async function runStage(name) {
  console.log(`\n--- ${name}`);
  const started = Date.now();
  const outcome = await stages[name]().catch(error => ({ passed: 0, failures: [`${name}: ${error.message}`] }));
  return { name, skipped: 0, ...outcome, seconds: (Date.now() - started) / 1000 };
}

function chosenStages() {
  const at = process.argv.indexOf('--only');
  if (at === -1) return Object.keys(stages);
  const names = (process.argv[at + 1] ?? '').split(',');
  const unknown = names.filter(name => !(name in stages));
  if (unknown.length > 0) {
    console.error(`Unknown stage: ${unknown.join(', ')}. Stages: ${Object.keys(stages).join(', ')}.`);
    process.exit(2);
  }
  return names;
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));

const chosen = chosenStages();
if (!existsSync(`${root}/node_modules/.bin/jest`)) {
  console.error('The packages are missing. Type: npm ci');
  process.exit(2);
}
await mkdir(`${root}/var`, { recursive: true });
const missing = await installMissing(chosen);
for (const line of missing) console.log(line);

const outcomes = [];
for (const name of chosen) outcomes.push(await runStage(name));

console.log('\n--- summary');
for (const { name, passed, failures, seconds, skipped } of outcomes) {
  const note = `${passed} passed, ${failures.length} failed${skipped > 0 ? `, ${skipped} not run` : ''}`;
  console.log(stepLine({ name, ok: failures.length === 0, seconds, note }));
}
const failures = [...missing, ...outcomes.flatMap(outcome => outcome.failures)];
const listed = failures.slice(0, 60);
for (const failure of listed) console.log(`     failed: ${failure}`);
if (failures.length > listed.length)
  console.log(`     and ${failures.length - listed.length} more; var/test-reports has all of them`);
const passed = outcomes.reduce((total, outcome) => total + outcome.passed, 0);
console.log(`${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;
