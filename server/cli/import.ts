import 'reflect-metadata';
import { parseArgs } from 'node:util';
import {
  findIntakeProblems,
  importDonations,
  readLines,
  surveyIntakeFile,
  tryImport,
  UnusableInput,
  type FileEncoding,
  type IntakeFile,
} from '@server/features/donations';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { ConfigError } from '@server/platform/config';
import { inTransaction } from '@server/platform/tx';
import { ensureReferenceData } from '@server/seeds/reference-data';
import { openApp } from './open-app';
import { openProblemFile } from './problem-file';
import { startProgress } from './progress';

const usage = `Brings a blood station's export (CSV, also .gz) into the register.

  npm run import -- FILE [options]

  --station CODE          take only rows of this station; stands in for a missing station column
  --encoding utf8|gb18030 when the detection is wrong
  --dry-run               check every row and write nothing but the list of problems
  --restart               begin at the first line, although an interrupted import of this file could go on
  --with-demo-reference   create the demonstration stations and sites first

Interrupted imports go on where they stopped. Rows that cannot be taken are listed in FILE.problems.csv.
`;

const options = {
  station: { type: 'string' },
  encoding: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  restart: { type: 'boolean', default: false },
  'with-demo-reference': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** Above this a delivery is history: nobody waits for a message about it, and telling the other features would slow it down. */
const announceUpToLines = 20_000;
const problemsPerPage = 1000;

function readArguments() {
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const { encoding } = values;
    if (encoding !== undefined && encoding !== 'utf8' && encoding !== 'gb18030')
      throw new UnusableInput('--encoding is utf8 or gb18030');
    return { ...values, encoding: encoding as FileEncoding | undefined, file: positionals[0], extra: positionals[1] };
  } catch (error) {
    throw new UnusableInput(error instanceof Error ? error.message : 'cannot read the arguments');
  }
}

type Arguments = ReturnType<typeof readArguments>;
interface Counts {
  added: number;
  unchanged: number;
  corrected: number;
  refused: number;
}

const inApp = { actor: systemActor, requestId: 'import' };

async function writeProblems(app: App, runId: string, file: string): Promise<void> {
  const write = await openProblemFile(file);
  for (let line = 0; ;) {
    const after = line;
    const page = await inTransaction(app, inApp, tx => findIntakeProblems(tx, runId, after, problemsPerPage));
    await write(page);
    const last = page.at(-1);
    if (!last) return;
    line = last.line;
  }
}

async function runImport(app: App, file: IntakeFile, given: Arguments): Promise<Counts> {
  const progress = startProgress(file.lines, 'lines', process.stderr);
  let problems = 0;
  const onProgress = ({ lastLine, refused }: { lastLine: number; refused: number }): void => {
    problems += refused;
    progress.update(lastLine, problems);
  };
  const problemFile = `${file.file}.problems.csv`;
  const lines = readLines(file);
  try {
    if (given['dry-run']) {
      const write = await openProblemFile(problemFile);
      return await tryImport(app, { lines }, { stationCode: given.station, onProgress, onProblems: write });
    }
    const summary = await importDonations(
      app,
      { source: 'file', label: file.label, contentHash: file.contentHash, lines },
      {
        stationCode: given.station,
        restart: given.restart,
        announce: file.lines <= announceUpToLines,
        onProgress,
      },
    );
    if (summary.resumedAfterLine !== null)
      process.stderr.write(`went on after line ${summary.resumedAfterLine}, where an earlier import stopped\n`);
    await writeProblems(app, summary.runId, problemFile);
    return summary;
  } finally {
    progress.stop();
  }
}

async function main(): Promise<void> {
  const given = readArguments();
  if (given.help || given.file === undefined || given.extra !== undefined) {
    process.stdout.write(usage);
    process.exitCode = given.help ? 0 : 2;
    return;
  }
  const file = await surveyIntakeFile(given.file, given.encoding);
  const app = await openApp();
  try {
    if (given['with-demo-reference']) await inTransaction(app, inApp, ensureReferenceData);
    const { added, unchanged, corrected, refused } = await runImport(app, file, given);
    const written = given['dry-run'] ? 'nothing written; would be ' : '';
    process.stdout.write(
      `${file.label} (${file.encoding}): ${written}added ${added}, unchanged ${unchanged}, corrected ${corrected}, not taken ${refused}\n`,
    );
    if (refused > 0) process.stdout.write(`the rows not taken, with their reasons: ${file.file}.problems.csv\n`);
  } finally {
    await app.db.close();
  }
}

main().catch((error: unknown) => {
  const expected = error instanceof UnusableInput || error instanceof ConfigError;
  // Anything else is a defect or an unreachable database; its message may quote values, so only its kind is shown.
  process.stderr.write(`${expected ? error.message : `import failed: ${describe(error)}`}\n`);
  process.exitCode = expected ? 2 : 1;
});

function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const code = (error as NodeJS.ErrnoException).code;
  return `${error.name}${code === undefined ? '' : ` ${code}`}`;
}
