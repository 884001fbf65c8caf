// Looks through every committed or about-to-be-committed text file for secrets and for data that could belong to a real person.
// A line that only looks like one says so: `not-a-secret: <reason>` in a comment on the same line.
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { findPersonalData, findSecrets } from './lib/sensitive-text.mjs';
import { root } from './lib/run.mjs';

const largestText = 8 * 1024 * 1024;
const skipped = /(^|\/)package-lock\.json$|\.(png|jpe?g|gif|webp|ico|woff2?|ttf|wasm|gz|zip)$/;

const names = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
})
  .split('\0')
  .filter(name => name && !skipped.test(name));

let findings = 0;
for (const name of names) {
  const file = `${root}/${name}`;
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile()) continue;
  const { size } = stat;
  if (size > largestText) {
    findings += 1;
    console.log(
      `${name}: ${size} bytes; a text file this large cannot be reviewed. Generate it instead of committing it.`,
    );
    continue;
  }
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach((line, index) => {
      if (/not-a-secret: \S/.test(line)) return;
      for (const found of [...findSecrets(line, name), ...findPersonalData(line)]) {
        findings += 1;
        console.log(`${name}:${index + 1}: ${found}`);
      }
    });
}
console.log(`${names.length} files read, ${findings} finding(s).`);
process.exitCode = findings === 0 ? 0 : 1;
