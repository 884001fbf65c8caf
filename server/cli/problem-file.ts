import { appendFile, rm } from 'node:fs/promises';
import { intakeReasons, type RowProblem } from '@server/features/donations';

/** Spreadsheets take a CSV for UTF-8 only with this mark. */
const heading = '\ufeffline,field,reason,sentence\r\n';

const lineOf = ({ line, field, reason }: RowProblem): string =>
  `${line},${field},${reason},"${intakeReasons[reason]}"\r\n`;

/** A file of problems, made anew; there is none when there are no problems. */
export async function openProblemFile(file: string): Promise<(problems: readonly RowProblem[]) => Promise<void>> {
  await rm(file, { force: true });
  let begun = false;
  return async problems => {
    if (problems.length === 0) return;
    await appendFile(file, (begun ? '' : heading) + problems.map(lineOf).join(''));
    begun = true;
  };
}
