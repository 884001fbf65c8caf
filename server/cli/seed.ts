import 'reflect-metadata';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { createGzip } from 'node:zlib';
import iconv from 'iconv-lite';
import { isCalendarDate } from '@rules/calendar';
import { importDonations, UnusableInput } from '@server/features/donations';
import { systemActor } from '@server/platform/actor';
import { systemClock } from '@server/platform/clock';
import { ConfigError } from '@server/platform/config';
import { sha256 } from '@server/platform/crypto/key-ring';
import { inTransaction } from '@server/platform/tx';
import { generateDonations, type GenerateOptions } from '@server/seeds/generate-donations';
import { ensureReferenceData } from '@server/seeds/reference-data';
import { openApp } from './open-app';

const usage = `Makes synthetic donors of eleven cities with fifteen years of history.

  npm run seed -- --donors N [options]

  --out FILE              write an export for \`npm run import\` (CSV, .gz when the name says so) instead of filling the register
  --encoding utf8|gb18030 of that file; utf8 unless said otherwise
  --until YYYY-MM-DD      last day of the histories; today unless said otherwise
  --random-seed N         another seed makes other people; 1 unless said otherwise

The same options make the same people and donations. Their names begin with 测 and their documents are nobody's.
`;

const options = {
  donors: { type: 'string' },
  out: { type: 'string' },
  encoding: { type: 'string', default: 'utf8' },
  until: { type: 'string' },
  'random-seed': { type: 'string', default: '1' },
  help: { type: 'boolean', default: false },
} as const;

function wholeNumber(text: string | undefined, name: string, from: number, to: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < from || value > to)
    throw new UnusableInput(`${name} is a whole number from ${from} to ${to}`);
  return value;
}

async function writeExport(file: string, encoding: string, lines: AsyncIterable<string[]>): Promise<number> {
  const disk = createWriteStream(file);
  const gzip = file.endsWith('.gz') ? createGzip() : undefined;
  if (gzip) gzip.pipe(disk);
  const out = gzip ?? disk;
  let count = -1;
  for await (const piece of lines) {
    count += piece.length;
    if (!out.write(iconv.encode(`${piece.join('\r\n')}\r\n`, encoding))) await once(out, 'drain');
  }
  out.end();
  await finished(disk);
  return count;
}

async function fillRegister(generate: GenerateOptions): Promise<void> {
  const app = await openApp();
  try {
    await inTransaction(app, { actor: systemActor, requestId: 'seed' }, ensureReferenceData);
    const { added, unchanged } = await importDonations(app, {
      source: 'seed',
      label: `${generate.donors} synthetic donors`,
      contentHash: sha256(JSON.stringify(generate)),
      lines: generateDonations(generate),
    });
    process.stdout.write(`added ${added} donations, ${unchanged} were there already\n`);
  } finally {
    await app.db.close();
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options });
  if (values.help || values.donors === undefined) {
    process.stdout.write(usage);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  if (values.encoding !== 'utf8' && values.encoding !== 'gb18030')
    throw new UnusableInput('--encoding is utf8 or gb18030');
  const until = values.until ?? systemClock.today();
  if (!isCalendarDate(until) || until > systemClock.today())
    throw new UnusableInput('--until is a date such as 2026-02-28, not after today');
  const generate: GenerateOptions = {
    donors: wholeNumber(values.donors, '--donors', 1, 10_000_000),
    seed: wholeNumber(values['random-seed'], '--random-seed', 0, 1_000_000_000),
    until,
  };
  if (values.out === undefined) return fillRegister(generate);
  const count = await writeExport(values.out, values.encoding, generateDonations(generate));
  process.stdout.write(`${values.out}: ${count} donations of ${generate.donors} donors\n`);
}

main().catch((error: unknown) => {
  const expected = error instanceof UnusableInput || error instanceof ConfigError || error instanceof RangeError;
  process.stderr.write(`${expected || error instanceof TypeError ? error.message : 'seed failed'}\n`);
  process.exitCode = expected || error instanceof TypeError ? 2 : 1;
});
