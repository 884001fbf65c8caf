import type { Output } from '@contract/endpoint';
import type { verifyAtGate } from '@contract/gates';
import type { uploadGateUses } from '@contract/gate-registry';
import { toChinaDate } from '@rules/calendar';
import { findPrivilegeCodes, holdPrivileges, type KeyRing } from '@server/features/privileges';
import { isUniqueViolation } from '@server/platform/db/errors';
import { idAt } from '@server/platform/ids';
import type { Tx } from '@server/platform/tx';
import { findLateDoubt } from './find-late-doubt';
import type { Gate } from './gate.entity';
import { GateScan } from './gate-scan.entity';
import type { Scan } from './judge-scan';
import { schedulePurge } from './purge-scans';
import { scopeInForce } from './scope-in-force';
import { signReceipt } from './sign-receipt';
import { spendCodes } from './spend-code';

type Reason = Output<typeof verifyAtGate>['reason'];
type Outcome = Output<typeof uploadGateUses>['results'][number]['outcome'];

/** A use that is over: `code` has a proved signature, `at` is when the gate let the donor in. */
export interface Use extends Omit<Scan, 'gateId'> {
  at: string;
}

/** Writes down what a gate let in on its own, once. What should not have been let in is kept for a look: nobody is refused by it. */
export async function recordUse(tx: Tx, ring: KeyRing, gate: Gate, use: Use): Promise<Outcome> {
  const { requestId, code, at } = use;
  const earlier = await tx.em.findOneBy(GateScan, { gateId: gate.id, requestId });
  if (earlier) return recordAgain(tx, earlier, use);
  const id = idAt(at);
  const { personId, reason } = await judgeLate(tx, gate, { ...use, id });
  const paper = reason === 'ok' && code.form === 'paper';
  const judgement = { result: reason === 'ok' && !paper ? 'green' : 'amber', reason: paper ? 'card' : reason } as const;
  const facts = { ...judgement, requestId, replayKey: code.replayKey, scope: code.scope, at };
  const receipt = await signReceipt(ring, gate.code, facts);
  const where = { gateId: gate.id, groupCode: gate.groupCode, personId };
  const flagged = reason !== 'ok';
  try {
    await tx.em.insert(GateScan, { id, ...facts, ...where, receipt, alone: true, flagged });
  } catch (error) {
    // The same upload, or the late online try, was under way beside this one and came first.
    const twin = isUniqueViolation(error) ? await tx.em.findOneBy(GateScan, { gateId: gate.id, requestId }) : null;
    if (!twin) throw error;
    return recordAgain(tx, twin, use);
  }
  await schedulePurge(tx);
  return flagged ? 'flagged' : 'recorded';
}

/** The server may have answered the online try when the gate no longer listened; if it said no, the donor went through all the same. */
async function recordAgain(tx: Tx, earlier: GateScan, { code }: Use): Promise<Outcome> {
  if (earlier.replayKey !== code.replayKey) return 'refused';
  if (earlier.result !== 'red') return 'known';
  await tx.em.update(GateScan, { id: earlier.id, result: 'red' }, { result: 'amber', alone: true, flagged: true });
  return 'flagged';
}

async function judgeLate(
  tx: Tx,
  gate: Gate,
  { id, code, fault, at }: Use & { id: string },
): Promise<{ personId: string | null; reason: Reason }> {
  const [owner] = await findPrivilegeCodes(tx, [code.cti]);
  const personId = owner?.personId ?? null;
  if (fault) return { personId, reason: fault };
  const paper = code.form === 'paper';
  if ((code.scope & scopeInForce(gate, toChinaDate(at))) === 0 || (paper && !gate.staffed))
    return { personId, reason: 'scope' };
  if (!owner) return { personId, reason: 'unknown' };
  // Another device since then makes no use wrong that was before it, nor does a revocation: as a card, which belongs to no device.
  const revokedAt = owner.revokedAt !== null && owner.revokedAt <= at ? owner.revokedAt : null;
  const counting = await holdPrivileges(tx, [{ ...owner, form: 'paper', revokedAt }]);
  if (!counting.has(owner.cti)) return { personId, reason: 'revoked' };
  const spent = paper || (await spendCodes(tx, [{ scanId: id, replayKey: code.replayKey }])).has(id);
  if (!spent) return { personId, reason: 'replay' };
  return { personId, reason: (await findLateDoubt(tx, { personId: owner.personId, gate, at })) ?? 'ok' };
}
