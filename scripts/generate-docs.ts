/** Writes the documents that are generated from code; with --check it only says which of them are stale. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { endpoints } from '../types/contract/index';
import { mgopManifest } from './mgop-manifest';
import { rulesDocument } from './rules-document';
import { waiverDecisionsDocument } from './waiver-decisions-document';

const root = join(__dirname, '..');
const documents: { path: string; write: () => string | Promise<string> }[] = [
  { path: 'docs/rules.md', write: rulesDocument },
  { path: 'docs/waiver-decisions.md', write: waiverDecisionsDocument },
  { path: 'docs/integration/mgop-manifest.json', write: () => JSON.stringify(mgopManifest(endpoints)) },
];

function stored(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

async function main(isCheck: boolean): Promise<void> {
  const stale: string[] = [];
  for (const { path, write } of documents) {
    const file = join(root, path);
    const text = await format(await write(), { ...(await resolveConfig(file)), filepath: file });
    if (stored(file) === text) continue;
    stale.push(path);
    if (!isCheck) writeFileSync(file, text);
  }
  if (stale.length === 0) return;
  console.log(`${isCheck ? 'stale, run `npm run docs`' : 'written'}: ${stale.join(', ')}`);
  if (isCheck) process.exitCode = 1;
}

void main(process.argv.includes('--check'));
