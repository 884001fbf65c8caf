import type { Input, Output } from '@contract/endpoint';
import type { intakeDonations } from '@contract/intake';
import { getOrganization } from '@server/features/organizations';
import { organizationOf } from '@server/platform/actor';
import { sha256 } from '@server/platform/crypto/key-ring';
import { newId } from '@server/platform/ids';
import { Refusal } from '@server/platform/refusal';
import type { RequestScope } from '@server/platform/route/request-scope';
import type { Tx } from '@server/platform/tx';
import { findIntakeContext } from './find-intake-context';
import { repeatOnClash, takeIntakeBatch } from './intake-batch';
import { warnImports } from './intake-mark';
import { draftMaker, type IntakeDraft } from './intake-draft';
import { IntakeProblem } from './intake-problem.entity';
import type { RowProblem } from './intake-reasons';
import { isProblem, readIntakeRow } from './intake-row';
import { IntakeRun } from './intake-run.entity';
import { trimIntakeText } from './intake-words';
import { insertRows } from '@server/platform/db/insert-rows';

/** Rows for which one statement is made; the contract lets twice as many in. */
const rowsPerBatch = 1000;

async function takeRows(tx: Tx, input: Input<typeof intakeDonations>): Promise<Output<typeof intakeDonations>> {
  const station = await getOrganization(tx, organizationOf(tx.actor));
  if (input.rows.some(row => row.stationCode.trim() !== station.code))
    throw new Refusal('OTHER_STATION', 'not_allowed');
  const context = await findIntakeContext(tx, station.id);
  const problems: RowProblem[] = [];
  const drafts: IntakeDraft[] = [];
  const draftOf = draftMaker(tx.app.crypto);
  for (const [index, text] of input.rows.entries()) {
    const row = readIntakeRow(trimIntakeText(text), index + 1, context);
    if (isProblem(row)) problems.push(row);
    else drafts.push(draftOf(row, false));
  }
  await warnImports(tx);
  const runId = newId();
  const counts = { added: 0, unchanged: 0, corrected: 0 };
  const seen = new Set<string>();
  for (let from = 0; from < drafts.length; from += rowsPerBatch) {
    const part = drafts.slice(from, from + rowsPerBatch);
    const flagged = part.map(draft => ({ ...draft, repeated: seen.has(draft.row.donationNumber) }));
    const result = await takeIntakeBatch(tx, flagged, { runId, announce: true, hold: true, alone: true });
    for (const draft of part) seen.add(draft.row.donationNumber);
    counts.added += result.added;
    counts.unchanged += result.unchanged;
    counts.corrected += result.corrected;
    problems.push(...result.problems);
  }
  problems.sort((a, b) => a.line - b.line);
  await tx.em.insert(IntakeRun, {
    id: runId,
    source: 'api',
    label: input.batchId,
    contentHash: sha256(`${station.id}\n${input.batchId}`),
    stationId: station.id,
    state: 'done',
    lastLine: input.rows.length,
    aheadLine: null,
    aheadParts: null,
    otherWrites: null,
    ...counts,
    refused: problems.length,
    startedAt: tx.now,
    updatedAt: tx.now,
  });
  await insertRows(
    tx.em,
    IntakeProblem,
    problems.map(problem => ({ id: newId(), runId, ...problem })),
  );
  return { batchId: input.batchId, ...counts, refused: problems };
}

/** A station's batch. Telling the same rows again changes nothing, so a station that got no answer sends the batch again. */
export const takeDelivery = (
  request: RequestScope,
  input: Input<typeof intakeDonations>,
): Promise<Output<typeof intakeDonations>> => repeatOnClash(() => request.transaction(tx => takeRows(tx, input)));
