import 'reflect-metadata';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { replayCases } from '@server/features/waivers';
import { openApp } from './open-app';

const usage = `Enters waivers that were granted before this service into the ledger.

  node --import tsx server/cli/replay-waivers.ts FILE

FILE has lines of: case_number,certificate_number,relation,used_on,blood_fee_fen
Safe to repeat: a case number is entered once.
`;

async function main(): Promise<void> {
  const [file] = process.argv.slice(2);
  if (!file) {
    process.stderr.write(usage);
    process.exitCode = 2;
    return;
  }
  const app = await openApp();
  try {
    const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
    const sums = await replayCases(app, lines);
    process.stdout.write(`${JSON.stringify(sums)}\n`);
    // What was granted then and is not covered by the rules of today has to be looked at.
    process.exitCode = sums.refused > 0 ? 1 : 0;
  } finally {
    await app.db.close();
  }
}

void main();
