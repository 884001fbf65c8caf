import type { Input, Output } from '@contract/endpoint';
import type { changePhone as contract, getMyPhone } from '@contract/profile';
import { maskPhone } from '@rules/identifiers';
import { personOf } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { newId } from '@server/platform/ids';
import { notify } from '@server/platform/notify';
import { badField } from '@server/platform/refusal';
import type { RequestScope } from '@server/platform/route/request-scope';
import { inTransaction, type Tx } from '@server/platform/tx';
import { getPerson } from './find-people';
import { lockPhone } from './lock-phone';
import { Person } from './person.entity';
import { phoneIndexOf, plainPhone } from './phone-index';
import { countTryOfCode, requireCode, requireRoom, takeCode } from './prove-phone';
import { accountOf, phoneCodeHash } from './send-bind-code';
import { requireStrongProof } from './weak-proof';

export async function findMyPhone(tx: Tx): Promise<Output<typeof getMyPhone>> {
  const { phoneSealed } = await getPerson(tx, personOf(tx.actor));
  return { maskedPhone: phoneSealed === null ? null : maskPhone(tx.app.crypto.open('identity', phoneSealed)) };
}

/** The digits prove that the phone is in the donor's hand; at a counter the donor stands there and says the number. */
async function proveNumber(tx: Tx, phoneIndex: string, code: string | undefined): Promise<void> {
  if (tx.actor.assistedBy) return;
  const accountId = accountOf(tx.actor);
  await takeCode(
    tx,
    await requireCode(tx, { accountId, codeHash: phoneCodeHash(tx, accountId, phoneIndex, code ?? '') }),
  );
}

/**
 * Also to the number that goes, where whoever is put out by somebody else learns of it. After the commit and once: no job may hold a
 * number, and the change stands whether or not the old phone can still be reached.
 */
async function tellOldNumber({ adapters, log }: App, old: string, phone: string): Promise<void> {
  const sms = { phone: old, template: 'identity.phone-changed', params: { end: phone.slice(-4) }, outId: newId() };
  const sent = await adapters.sms.send(sms).catch(() => undefined);
  if (sent?.kind !== 'accepted') log.warn('the old number was not told');
}

export async function changePhone(
  request: RequestScope,
  command: Input<typeof contract>,
): Promise<Output<typeof contract>> {
  const { actor, app } = request;
  if (!actor.assistedBy) {
    if (command.code === undefined) throw badField('code', 'missing');
    await inTransaction(app, request, tx => countTryOfCode(tx, accountOf(tx.actor)));
  }
  const phone = plainPhone(command.phone);
  const old = await request.transaction(async tx => {
    const id = personOf(tx.actor);
    tx.subject(id);
    await requireStrongProof(tx);
    const phoneIndex = phoneIndexOf(app.crypto, phone);
    await proveNumber(tx, phoneIndex, command.code);
    await lockPhone(tx, phoneIndex);
    await requireRoom(tx, phoneIndex, id);
    const { phoneSealed } = await getPerson(tx, id);
    await tx.em.update(Person, { id }, { phoneSealed: app.crypto.seal('identity', phone), phoneIndex });
    await notify(tx, id, 'identity.phone-changed', { end: phone.slice(-4) });
    return phoneSealed === null ? null : app.crypto.open('identity', phoneSealed);
  });
  if (old !== null && old !== phone) await tellOldNumber(app, old, phone);
  return { maskedPhone: maskPhone(phone) };
}
