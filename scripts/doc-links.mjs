// Every relative link and every `path/with/a/slash.ext` in README.md and docs/ leads to a file that is there.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './lib/run.mjs';

const pages = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter(page => page && existsSync(path.join(root, page)));

const missing = [];
for (const page of pages) {
  const text = readFileSync(path.join(root, page), 'utf8');
  const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, target]) =>
    path.join(root, path.dirname(page), decodeURI(target)),
  );
  // A path with a file ending in code style; one with a placeholder, a list or a build output is not meant literally.
  const mentioned = [...text.matchAll(/`((?:server|miniapp|types|scripts|docs|config)\/[\w./-]+\.\w{2,4})`/g)].map(
    ([, target]) => path.join(root, target),
  );
  for (const target of [...links, ...mentioned]) {
    if (!existsSync(target)) missing.push(`${page}: ${path.relative(root, target)} is not there`);
  }
}
for (const line of missing) console.log(line);
console.log(`${pages.length} pages read, ${missing.length} dead link(s).`);
process.exitCode = missing.length === 0 ? 0 : 1;
