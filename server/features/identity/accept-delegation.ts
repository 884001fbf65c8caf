import { LessThan } from 'typeorm';
import type { acceptDelegation as contract } from '@contract/assist';
import type { Input, Output } from '@contract/endpoint';
import { maskName } from '@rules/identifiers';
import { personOf } from '@server/platform/actor';
import { plusSeconds } from '@server/platform/clock';
import { newId } from '@server/platform/ids';
import { notify } from '@server/platform/notify';
import { Refusal } from '@server/platform/refusal';
import type { RequestScope } from '@server/platform/route/request-scope';
import { inTransaction, type Tx } from '@server/platform/tx';
import { countAttempt } from './count-attempt';
import { DelegationCode } from './delegation-code.entity';
import { Delegation } from './delegation.entity';
import { assertRoomFor, delegationView } from './find-delegations';
import { getPerson, openName } from './find-people';
import { codeHashOf } from './make-delegation-code';
import { isSameName } from './same-name';
import { requireStrongProof } from './weak-proof';

const most = 5;
const yearSeconds = 365 * 24 * 3600;
const notValid = (): Refusal => new Refusal('CODE_NOT_VALID', 'conflict');

/**
 * Takes one try of the caller and, when the digits are somebody's, one of the code: guessing is closed from both sides.
 * In a transaction of its own, so that the refusal does not give the try back.
 */
export async function countCodeTry(request: RequestScope, code: string): Promise<void> {
  const subject = personOf(request.actor);
  const attempt = await inTransaction(request.app, request, async tx => {
    await tx.em
      .createQueryBuilder()
      .update(DelegationCode)
      .set({ tries: () => 'tries + 1' })
      .where({ codeHash: codeHashOf(tx, code) })
      .execute();
    return countAttempt(tx, { scope: 'delegation-code', subject, most, windowSeconds: 10 * 60 });
  });
  if (!attempt.allowed)
    throw new Refusal('CODE_TRIES_USED_UP', 'too_many', { retryAfterSeconds: attempt.retryAfterSeconds });
}

const namesOf = async (tx: Tx, id: string) => openName(tx, await getPerson(tx, id));

/** A pair that knows each other already gets a new year and the grants of the new code. */
async function startDelegation(tx: Tx, { donorId, grants }: DelegationCode, helperId: string): Promise<Delegation> {
  const openKey = `${donorId},${helperId}`;
  await tx.em.update(Delegation, { openKey }, { openKey: null, endedAt: tx.now });
  const row: Delegation = {
    id: newId(),
    donorId,
    helperId,
    grants,
    openKey,
    startedAt: tx.now,
    endsAt: plusSeconds(tx.now, yearSeconds),
    endedAt: null,
  };
  await tx.em.insert(Delegation, row);
  return row;
}

export async function acceptDelegation(tx: Tx, input: Input<typeof contract>): Promise<Output<typeof contract>> {
  const helperId = personOf(tx.actor);
  await requireStrongProof(tx);
  const code = await tx.em.findOneBy(DelegationCode, { codeHash: codeHashOf(tx, input.code) });
  if (!code || code.expiresAt <= tx.now || code.tries > most) throw notValid();
  if (code.donorId === helperId) throw new Refusal('OWN_CODE', 'conflict');
  const donorName = await namesOf(tx, code.donorId);
  if (!isSameName(donorName, input.name)) throw notValid();
  await assertRoomFor(tx, { donorId: code.donorId }, helperId);
  await assertRoomFor(tx, { helperId }, code.donorId);
  // Whoever deletes the row has used the code.
  const used = await tx.em.delete(DelegationCode, { id: code.id, tries: LessThan(most + 1) });
  if (used.affected !== 1) throw notValid();
  tx.subject(code.donorId);
  const row = await startDelegation(tx, code, helperId);
  const page = 'features/assist/pages/relatives';
  await notify(tx, row.donorId, 'delegation.given', { name: maskName(await namesOf(tx, helperId)) }, page);
  await notify(tx, helperId, 'delegation.received', { name: maskName(donorName) }, page);
  return delegationView(tx, row, row.donorId);
}
