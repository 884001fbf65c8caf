import { newId } from '@server/platform/ids';
import { enqueue } from '@server/platform/outbox/jobs';
import type { Tx } from '@server/platform/tx';
import { checkClaimJob } from './check-claim-job';
import { moveClaim } from './claim-progress';
import type { ClaimState, WaiverClaim } from './waiver-claim.entity';

/** Something new is known: the registers are asked (again) and the claim is decided. False when it has moved on meanwhile. */
export async function sendToCheck(
  tx: Tx,
  claim: Pick<WaiverClaim, 'id'>,
  from: ClaimState,
  changes: Partial<WaiverClaim> = {},
): Promise<boolean> {
  if (!(await moveClaim(tx, claim.id, from, 'checking', { ...changes, reasons: null }))) return false;
  // Not deduplicated: a claim may be checked again, and a repeated check of a decided claim does nothing.
  await enqueue(tx, checkClaimJob, { claimId: claim.id, attempt: 0 }, { dedupeKey: `${claim.id}:${newId()}` });
  return true;
}
