// `npm run check`: types, lint, order list, unused exports, format, secrets. All of them run; the exit code says whether all passed.
import { runChecks } from './lib/checks.mjs';

const results = await runChecks();
const failed = results.filter(result => !result.ok);
console.log(
  failed.length === 0
    ? `All ${results.length} checks passed.`
    : `Failed: ${failed.map(result => result.name).join(', ')}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
