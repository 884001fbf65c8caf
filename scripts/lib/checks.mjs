import { existsSync } from 'node:fs';
import { bin, root, run, stepLine } from './run.mjs';

const sources = ['types', 'server', 'miniapp', 'config'].filter(folder => existsSync(`${root}/${folder}`));

/** The longest first: two run at a time. */
const steps = [
  { name: 'types (tsc)', command: bin('tsc'), args: ['--noEmit', '-p', 'tsconfig.json', '--pretty', 'false'] },
  {
    name: 'lint (eslint)',
    command: bin('eslint'),
    args: ['.', '--max-warnings', '0', '--cache', '--cache-location', 'var/eslint/', '--cache-strategy', 'content'],
  },
  {
    name: 'order list (dependency-cruiser)',
    command: bin('depcruise'),
    args: ['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long', ...sources],
  },
  { name: 'unused exports and files (knip)', command: bin('knip'), args: ['--no-progress'] },
  {
    name: 'format (prettier)',
    command: bin('prettier'),
    args: ['--check', '.', '--log-level', 'warn', '--cache', '--cache-location', 'var/prettier-cache'],
  },
  {
    name: 'generated documents are fresh',
    command: process.execPath,
    args: ['--import', 'tsx', 'scripts/generate-docs.ts', '--check'],
  },
  { name: 'links in the documents', command: process.execPath, args: ['scripts/doc-links.mjs'] },
  { name: 'secrets and personal data', command: process.execPath, args: ['scripts/secrets.mjs'] },
];

/** Runs every check, whatever the others say, and prints a line for each; the output of a failed one follows its line. */
export async function runChecks({ lanes = 2 } = {}) {
  const waiting = [...steps];
  const results = [];
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const { ok, output, seconds } = await run(step.command, step.args);
      const result = { name: step.name, ok, seconds, output };
      results.push(result);
      console.log(stepLine(result));
      if (!ok) console.log(indent(output));
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

const indent = text => text.trimEnd().replace(/^/gm, '     ');
