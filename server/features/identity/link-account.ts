import type { linkAccount as contract } from '@contract/binding';
import type { Input, Output } from '@contract/endpoint';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { AccountCode } from './account-code.entity';
import { Account } from './account.entity';
import { bindAccount } from './bind-account';
import { findPersonByDocument, openName, personView } from './find-people';
import { accountCodeHash } from './make-account-code';
import { notMatched } from './open-assist';
import { isSameName } from './same-name';

const codeNotValid = () => new Refusal('ACCOUNT_CODE_NOT_VALID', 'conflict');

/** The donor stands at the counter, the document is in the nurse's hand, and the phone shows the code of its account. */
export async function linkAccount(tx: Tx, input: Input<typeof contract>): Promise<Output<typeof contract>> {
  const person = await findPersonByDocument(tx, input.document.docType, input.document.docNumber);
  if (!person || !isSameName(openName(tx, person), input.name)) throw notMatched();
  tx.subject(person.id);
  const row = await tx.em.findOneBy(AccountCode, { codeHash: accountCodeHash(tx, input.code) });
  if (!row || row.expiresAt <= tx.now) throw codeNotValid();
  const account = await tx.em.findOneByOrFail(Account, { id: row.accountId });
  const wasBound = account.personId === person.id;
  if (account.personId !== null && !wasBound) throw new Refusal('ACCOUNT_OF_ANOTHER', 'conflict');
  // Whoever deletes the row has used the code.
  const used = await tx.em.delete(AccountCode, { id: row.id });
  if (used.affected !== 1) throw codeNotValid();
  await bindAccount(tx, account.id, person, 'counter');
  const { maskedName, maskedDocument } = personView(tx, person);
  return { person: { maskedName, maskedDocument }, host: account.host, wasBound };
}
