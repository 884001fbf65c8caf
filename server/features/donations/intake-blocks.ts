import type { Crypto } from '@server/platform/crypto/key-ring';
import { draftMaker, type IntakeDraft } from './intake-draft';
import { isProblem, readIntakeRow, type IntakeContext } from './intake-row';
import type { RowProblem } from './intake-reasons';
import { readHeading, type IntakeSheet } from './intake-sheet';
import { UnusableInput, type IntakeLines } from './read-intake-file';
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
  /** Where an interrupted import stopped: a block ends there, and the one that it had begun ends where it would have. */
  readonly stopped?: { readonly lastLine: number; readonly aheadLine: number | null };
}

/** Reads lines one after the other into the block that they belong to. */
function blockReader(sheet: IntakeSheet, { context, crypto, doneLine }: BlockOptions) {
  const seen = new SeenNumbers();
  const draftOf = draftMaker(crypto);
  let [afterLine, lastLine] = [1, 1];
  let [drafts, problems]: [IntakeDraft[], RowProblem[]] = [[], []];
  return {
    afterLine: () => afterLine,
    lastLine: () => lastLine,
    read(lines: readonly string[]): void {
      const cells = splitCells(lines);
      for (const [index, content] of lines.entries()) {
        const line = ++lastLine;
        if (content === '') continue;
        const text = sheet.read(cells[index], line);
        const row = 'reason' in text ? text : readIntakeRow(text, line, context);
        if (isProblem(row)) problems.push(row);
        else {
          const repeated = !seen.add(row.donationNumber);
          if (line > doneLine) drafts.push(draftOf(row, repeated));
        }
      }
    },
    end(): IntakeBlock {
      const block = { afterLine, lastLine, drafts, problems };
      afterLine = lastLine;
      [drafts, problems] = [[], []];
      return block;
    },
  };
}

const asItIs = (text: string): string => text;
const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);

/**
 * Cuts the lines into blocks that end at the same lines however they arrive, and reads them as they arrive. The first line is
 * the heading.
 */
export async function* readBlocks(source: IntakeLines, options: BlockOptions): AsyncGenerator<IntakeBlock> {
  const { stationCode, linesPerBlock, stopped, doneLine } = options;
  const endAfter = (line: number): number => {
    if (!stopped || line > stopped.lastLine) return line + linesPerBlock;
    if (line === stopped.lastLine) return stopped.aheadLine ?? line + linesPerBlock;
    return Math.min(line + linesPerBlock, stopped.lastLine);
  };
  let reader: ReturnType<typeof blockReader> | undefined;
  for await (const piece of source) {
    let lines = piece.map(withoutReturn);
    if (!reader && lines[0] !== undefined) {
      const heading = splitCells(lines.slice(0, 1))[0];
      reader = blockReader(readHeading(heading, source.decode ?? asItIs, stationCode), options);
      lines = lines.slice(1);
    }
    while (reader && lines.length > 0) {
      const left = endAfter(reader.afterLine()) - reader.lastLine();
      reader.read(lines.slice(0, left));
      const isFull = lines.length >= left;
      lines = lines.slice(left);
      if (!isFull) break;
      const block = reader.end();
      if (block.lastLine > doneLine) yield block;
    }
  }
  if (!reader) throw new UnusableInput('the file is empty');
  if (reader.lastLine() > reader.afterLine()) yield reader.end();
}
