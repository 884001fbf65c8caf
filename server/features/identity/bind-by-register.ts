import type { bindByRegister as contract } from '@contract/binding';
import type { Input, Output } from '@contract/endpoint';
import { birthDateOfIdCard, normalizeDocumentNumber, sexOfIdCard } from '@rules/identifiers';
import { SourceUnavailable } from '@server/adapters/data-sharing/port';
import { Refusal } from '@server/platform/refusal';
import type { RequestScope } from '@server/platform/route/request-scope';
import { inTransaction, type Tx } from '@server/platform/tx';
import { Account } from './account.entity';
import { bindAccount } from './bind-account';
import { countAttempt } from './count-attempt';
import { ensurePerson } from './ensure-person';
import { findMe } from './find-me';
import { findPersonByDocument } from './find-people';
import { lockPhone } from './lock-phone';
import type { Person } from './person.entity';
import { countTryOfCode, requireCode, requireRoom, takeCode } from './prove-phone';
import { phoneIndexOf, plainPhone } from './phone-index';
import { accountOf, phoneCodeHash } from './send-bind-code';

type Command = Input<typeof contract>;

const daySeconds = 24 * 3600;

const notThisWay = () => new Refusal('NOT_BOUND_THIS_WAY', 'conflict');

interface Asked {
  readonly accountId: string;
  readonly docNumber: string;
  readonly phone: string;
  readonly phoneIndex: string;
  readonly codeHash: string;
}

const askedOf = (tx: Tx, { document, phone, code }: Command): Asked => {
  const accountId = accountOf(tx.actor);
  const phoneIndex = phoneIndexOf(tx.app.crypto, phone);
  return {
    accountId,
    docNumber: normalizeDocumentNumber(document.docType, document.docNumber),
    phone: plainPhone(phone),
    phoneIndex,
    codeHash: phoneCodeHash(tx, accountId, phoneIndex, code),
  };
};

/**
 * Takes one try of the account, shared with the binding by donation number, one of the card number, whoever tries it, and one of the
 * digits. In a transaction of its own: the refusal that follows must not give them back.
 */
async function countTry(request: RequestScope, command: Command): Promise<void> {
  const outcome = await inTransaction(request.app, request, async tx => {
    const { accountId, docNumber } = askedOf(tx, command);
    const limits = [
      { scope: 'bind-identity', subject: accountId, most: 5 },
      { scope: 'bind-document', subject: tx.app.crypto.blindIndex('id_card', docNumber), most: 10 },
    ];
    for (const limit of limits) {
      const attempt = await countAttempt(tx, { ...limit, windowSeconds: daySeconds });
      if (!attempt.allowed) return attempt;
    }
    await countTryOfCode(tx, accountId);
    return undefined;
  });
  if (outcome) throw new Refusal('BIND_TRIES_USED_UP', 'too_many', { retryAfterSeconds: outcome.retryAfterSeconds });
}

async function isInRegister(request: RequestScope, name: string, docNumber: string): Promise<boolean> {
  try {
    const { result } = await request.app.adapters.publicSecurity.verifyIdentity({ name, docNumber });
    return result === 'matched';
  } catch (error) {
    if (error instanceof SourceUnavailable) throw new Refusal('REGISTER_UNAVAILABLE', 'unavailable');
    throw error;
  }
}

/**
 * Makes the person, who must be new here. Name and card number of other people are for sale, so a match of the two opens nothing
 * that exists: whoever has given, came to a counter, is somebody's relative in a claim or has an account elsewhere proves it in a
 * stronger way. What is told later about this person is guarded by `lapseWeakProofs`.
 */
async function makePerson(tx: Tx, { name }: Command, { docNumber, phone, phoneIndex }: Asked): Promise<Person> {
  const [birthDate, sex] = [birthDateOfIdCard(docNumber), sexOfIdCard(docNumber)];
  if (!birthDate || !sex || (await findPersonByDocument(tx, 'id_card', docNumber))) throw notThisWay();
  const person = await ensurePerson(tx, { docType: 'id_card', docNumber, name, birthDate, sex, phone });
  // Made by somebody else in this very moment.
  if (person.phoneIndex !== phoneIndex || (await tx.em.existsBy(Account, { personId: person.id }))) throw notThisWay();
  return person;
}

export async function bindByRegister(request: RequestScope, command: Command): Promise<Output<typeof contract>> {
  await countTry(request, command);
  const asked = await request.read(async tx => {
    const found = askedOf(tx, command);
    await requireCode(tx, found);
    // Before the person is looked up: whoever has a phone of four people learns nothing about a fifth.
    await requireRoom(tx, found.phoneIndex);
    return found;
  });
  // Asked before anything is looked up here, so that the time says nothing about who is known.
  const matched = await isInRegister(request, command.name, asked.docNumber);
  return request.transaction(async tx => {
    if (!matched) throw notThisWay();
    const code = await requireCode(tx, asked);
    // Once more, one after the other: several who asked at the same moment have found the same room.
    await lockPhone(tx, asked.phoneIndex);
    await requireRoom(tx, asked.phoneIndex);
    const person = await makePerson(tx, command, asked);
    await takeCode(tx, code);
    await bindAccount(tx, asked.accountId, person, 'register', asked.phoneIndex);
    return findMe({ ...tx, actor: { ...tx.actor, role: 'citizen', personId: person.id } });
  });
}
