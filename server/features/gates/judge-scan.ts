import type { Output } from '@contract/endpoint';
import type { verifyAtGate } from '@contract/gates';
import type { CodeFault, VerifiedCode } from '@privilege-code/verify';
import { findPrivilegeCode, holdPrivilege, type KeyRing, type PrivilegeCode } from '@server/features/privileges';
import { isUniqueViolation } from '@server/platform/db/errors';
import { newId } from '@server/platform/ids';
import { common } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { getActingGate } from './find-gates';
import type { Gate } from './gate.entity';
import { GateScan } from './gate-scan.entity';
import { maskedNameFor } from './masked-name';
import { schedulePurge } from './purge-scans';
import { signReceipt } from './sign-receipt';
import { findDoubt } from './find-doubt';
import { spendCode } from './spend-code';

type Answer = Output<typeof verifyAtGate>;
type Judgement = Pick<Answer, 'result' | 'reason'>;

export interface Scan {
  requestId: string;
  /** With a proved signature. */
  code: VerifiedCode;
  /** What the code itself already fails. */
  fault?: CodeFault;
}

/** Decides one scan and writes it down; the same request of the same gate gets the answer that it got before. */
export async function judgeScan(tx: Tx, ring: KeyRing, scan: Scan): Promise<Answer> {
  const gate = await getActingGate(tx);
  const earlier = await findEarlier(tx, gate, scan);
  if (earlier) return answerOf(tx, gate, earlier);
  const owner = await findPrivilegeCode(tx, scan.code.cti);
  const personId = owner?.personId ?? null;
  if (personId) tx.subject(personId);
  const judgement = await judge(tx, gate, scan, owner);
  // The twin of this request may have waited for the donor's row and lost: it is not a replay but the same scan.
  const twin = judgement.reason === 'replay' ? await findEarlier(tx, gate, scan) : undefined;
  if (!twin) await schedulePurge(tx);
  return answerOf(tx, gate, twin ?? (await writeScan(tx, ring, gate, scan, { ...judgement, personId })));
}

async function judge(tx: Tx, gate: Gate, { code, fault }: Scan, owner: PrivilegeCode | null): Promise<Judgement> {
  if (fault) return red(fault);
  const paper = code.form === 'paper';
  if ((code.scope & gate.scope) === 0 || (paper && !gate.staffed)) return red('scope');
  if (!owner) return red('unknown');
  if (!(await holdPrivilege(tx, owner))) return red('revoked');
  // A card is shown again and again; staff compare it with the holder's document.
  if (!paper && !(await spendCode(tx, code.replayKey))) return red('replay');
  const doubt = await findDoubt(tx, owner.personId, gate);
  if (!doubt) return paper ? { result: 'amber', reason: 'card' } : { result: 'green', reason: 'ok' };
  // Amber asks staff to look; where nobody stands it would open the gate, so it sends the donor to the counter.
  return gate.staffed ? { result: 'amber', reason: doubt } : red(doubt);
}

const red = (reason: Answer['reason']): Judgement => ({ result: 'red', reason });

async function findEarlier(tx: Tx, gate: Gate, { requestId, code }: Scan): Promise<GateScan | undefined> {
  const earlier = await tx.em.findOneBy(GateScan, { gateId: gate.id, requestId });
  if (earlier && earlier.replayKey !== code.replayKey) throw common('IDEMPOTENCY_MISMATCH', 'conflict');
  return earlier ?? undefined;
}

async function writeScan(
  tx: Tx,
  ring: KeyRing,
  gate: Gate,
  scan: Scan,
  outcome: Judgement & { personId: string | null },
): Promise<GateScan> {
  const { requestId, code } = scan;
  const { replayKey, scope } = code;
  const facts = { ...outcome, requestId, replayKey, scope, gateId: gate.id, groupCode: gate.groupCode, at: tx.now };
  const row: GateScan = { id: newId(), ...facts, receipt: signReceipt(ring, gate.code, facts) };
  try {
    await tx.em.insert(GateScan, row);
    return row;
  } catch (error) {
    const twin = isUniqueViolation(error) ? await findEarlier(tx, gate, scan) : undefined;
    if (!twin) throw error;
    return twin;
  }
}

async function answerOf(tx: Tx, gate: Gate, scan: GateScan): Promise<Answer> {
  const { result, reason, receipt } = scan;
  return { result, reason, receipt, maskedName: await maskedNameFor(tx, gate, scan) };
}
