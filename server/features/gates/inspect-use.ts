import type { Input, Output } from '@contract/endpoint';
import type { inspectUse as contract } from '@contract/gate-registry';
import { scopeNames, STAFFED_ONLY } from '@privilege-code/scope';
import { plusSeconds } from '@server/platform/clock';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { getActingGate } from './find-gates';
import { GateScan } from './gate-scan.entity';
import { maskedNameFor } from './masked-name';

/** As long as the receipt: then the donor has gone on, and the gate knows no more than that somebody went through. */
const SHOWN_SECONDS = 60;

export async function inspectUse(tx: Tx, { requestId }: Input<typeof contract>): Promise<Output<typeof contract>> {
  const gate = await getActingGate(tx);
  const scan = await tx.em.findOneBy(GateScan, { gateId: gate.id, requestId });
  const shownUntil = scan && plusSeconds(scan.at, SHOWN_SECONDS);
  const maskedName = scan && (await maskedNameFor(tx, gate, scan));
  if (!scan || !shownUntil || !maskedName || scan.result === 'red' || tx.now >= shownUntil)
    throw new Refusal('NOT_SHOWN', 'conflict', {});
  const { result, scope, at } = scan;
  if (scan.personId) tx.subject(scan.personId);
  return { maskedName, result, scopes: scopeNames(scope), card: (scope & STAFFED_ONLY) !== 0, at, shownUntil };
}
