import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { root, run } from './run.mjs';

/**
 * Runs jest and counts from its JSON file, so that a crash, an empty run or a test that was skipped is never a success.
 * The answer lists failed tests by file and title.
 */
export async function runJest(name, args, env = {}) {
  const report = path.join(root, 'var', 'test-reports', `${name}.json`);
  await mkdir(path.dirname(report), { recursive: true });
  await rm(report, { force: true });
  const { code, seconds } = await run(
    process.execPath,
    ['node_modules/jest/bin/jest.js', '--json', `--outputFile=${report}`, ...args],
    { env: { NODE_ENV: 'test', ...env }, show: true },
  );
  const counts = await readFile(report, 'utf8').then(JSON.parse, () => undefined);
  if (!counts)
    return { passed: 0, failures: [`${name}: jest ended with ${code} and left no report`], seconds, skipped: 0 };
  const failures = counts.testResults.flatMap(file => {
    const where = path.relative(root, file.name);
    const failed = file.assertionResults.filter(test => test.status === 'failed');
    if (failed.length === 0 && file.status === 'failed') return [`${where}: ${firstLine(file.message)}`];
    return failed.map(test => `${where}: ${test.fullName}`);
  });
  if (counts.numPassedTests === 0 && failures.length === 0) failures.push(`${name}: no test ran`);
  if (code !== 0 && failures.length === 0) failures.push(`${name}: jest ended with ${code} though no test failed`);
  return { passed: counts.numPassedTests, failures, seconds, skipped: counts.numPendingTests + counts.numTodoTests };
}

const firstLine = text => (text ?? '').split('\n').find(line => line.trim() !== '') ?? 'the file failed to run';
