import { MoreThan } from 'typeorm';
import type { Tx } from '@server/platform/tx';
import { IntakeProblem } from './intake-problem.entity';

/** Problems of a run in the order of their lines, from the line after the given one on. */
export const findIntakeProblems = (tx: Tx, runId: string, afterLine: number, limit: number): Promise<IntakeProblem[]> =>
  tx.em.find(IntakeProblem, { where: { runId, line: MoreThan(afterLine) }, order: { line: 'ASC' }, take: limit });
