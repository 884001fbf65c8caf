import type { Crypto } from '@server/platform/crypto/key-ring';
import { draftMaker, type IntakeDraft } from './intake-draft';
import { isProblem, readIntakeRow, type IntakeContext } from './intake-row';
import type { RowProblem } from './intake-reasons';
import { readHeading, type IntakeSheet } from './intake-sheet';
import { UnusableInput } from './read-intake-file';
import { SeenNumbers } from './seen-numbers';
import { splitCells } from './split-cells';

/** Rows that go into the register in one transaction. */
export interface IntakeBlock {
  /** The line before the first of this block. */
  readonly afterLine: number;
  readonly lastLine: number;
  readonly drafts: readonly IntakeDraft[];
  readonly problems: readonly RowProblem[];
}

interface BlockOptions {
  readonly context: IntakeContext;
  readonly crypto: Crypto;
  /** Station of all rows when the file has no column for it. */
  readonly stationCode?: string;
  /** Lines up to here are in the register already; they are only remembered for finding repeated numbers. */
  readonly doneLine: number;
  readonly linesPerBlock: number;
}

function readBlock(
  lines: readonly string[],
  afterLine: number,
  sheet: IntakeSheet,
  seen: SeenNumbers,
  draftOf: ReturnType<typeof draftMaker>,
  { context, doneLine }: BlockOptions,
): IntakeBlock {
  const drafts: IntakeDraft[] = [];
  const problems: RowProblem[] = [];
  const cells = splitCells(lines);
  for (let index = 0; index < lines.length; index++) {
    if (lines[index] === '') continue;
    const line = afterLine + index + 1;
    const text = sheet.read(cells[index], line);
    const row = 'reason' in text ? text : readIntakeRow(text, line, context);
    if (isProblem(row)) problems.push(row);
    else {
      const repeated = !seen.add(row.donationNumber);
      if (line > doneLine) drafts.push(draftOf(row, repeated));
    }
  }
  return { afterLine, lastLine: afterLine + lines.length, drafts, problems };
}

/** Cuts the lines into blocks that end at the same lines however they arrive, and reads them. The first line is the heading. */
export async function* readBlocks(
  source: AsyncIterable<readonly string[]>,
  options: BlockOptions,
): AsyncGenerator<IntakeBlock> {
  const seen = new SeenNumbers();
  const draftOf = draftMaker(options.crypto);
  let sheet: IntakeSheet | undefined;
  let waiting: string[] = [];
  let afterLine = 1;
  for await (const piece of source) {
    for (const raw of piece) {
      const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
      if (!sheet) {
        sheet = readHeading(splitCells([line])[0], options.stationCode);
        continue;
      }
      waiting.push(line);
      if (waiting.length < options.linesPerBlock) continue;
      const block = readBlock(waiting, afterLine, sheet, seen, draftOf, options);
      afterLine = block.lastLine;
      waiting = [];
      if (block.lastLine > options.doneLine) yield block;
    }
  }
  if (!sheet) throw new UnusableInput('the file is empty');
  if (waiting.length > 0) yield readBlock(waiting, afterLine, sheet, seen, draftOf, options);
}
