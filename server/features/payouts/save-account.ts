import type { Input, Output } from '@contract/endpoint';
import type { savePayoutAccount as contract } from '@contract/payouts';
import { checkBankAccount, plainAccount } from '@rules/bank-account';
import { compareNames } from '@rules/names';
import { SourceUnavailable } from '@server/adapters/data-sharing/port';
import { hasConsent } from '@server/features/consent';
import { getPerson, openName } from '@server/features/identity';
import { getOrganization } from '@server/features/organizations';
import { WaiverBill, type WaiverClaim, addStep, askForBills, openParty } from '@server/features/waivers';
import type { App } from '@server/platform/app';
import { isUniqueViolation } from '@server/platform/db/errors';
import { newId } from '@server/platform/ids';
import { Refusal, badField } from '@server/platform/refusal';
import type { RequestScope } from '@server/platform/route/request-scope';
import type { Tx } from '@server/platform/tx';
import { PayoutAccount } from './payout-account.entity';
import { getPayable, sealAccount, showPayout } from './show-payout';

type Command = Input<typeof contract>;

interface Payee {
  claim: WaiverClaim;
  patient: ReturnType<typeof openParty>;
  hospitalCode: string;
  claimantName: string;
  heldBills: string[];
}

/** Nothing that a table program would take for a formula. */
const NAME = /^[\p{L}\p{N}（）()·•.\s]+$/u;

const billName = ({ code, number }: { code: string; number: string }): string => `${code}/${number}`;

/** What can be said before any register is asked. */
async function preparePayee(tx: Tx, { claimId, accountNumber, bankName, holderName }: Command): Promise<Payee> {
  const claim = await getPayable(tx, claimId);
  tx.subject(claim.donorId);
  if (claim.state !== 'approved') throw new Refusal('STATE_CHANGED', 'conflict');
  if (!(await hasConsent(tx, 'bank_account'))) throw new Refusal('BANK_CONSENT_MISSING', 'conflict');
  const problem = checkBankAccount(plainAccount(accountNumber));
  if (problem) throw badField('accountNumber', problem);
  if (!NAME.test(bankName)) throw badField('bankName', 'not_a_name');
  if (!NAME.test(holderName)) throw badField('holderName', 'not_a_name');
  const held = await tx.em.findBy(WaiverBill, { claimId });
  return {
    claim,
    patient: openParty(tx.app, claim.patientSealed),
    hospitalCode: (await getOrganization(tx, claim.hospitalId)).code,
    claimantName: openName(tx, await getPerson(tx, claim.claimantId ?? claim.donorId)),
    heldBills: held.map(({ billCode, billNumber }) => billName({ code: billCode, number: billNumber })),
  };
}

/** Who paid the bills that the claim stands on; nobody when the register does not know them. */
async function findPayers(app: App, payee: Payee): Promise<string[]> {
  try {
    const { found } = await askForBills(app, payee);
    return found.filter(bill => payee.heldBills.includes(billName(bill))).map(({ payerName }) => payerName);
  } catch (error) {
    if (error instanceof SourceUnavailable) throw new Refusal('REGISTER_UNAVAILABLE', 'unavailable');
    throw error;
  }
}

const isSame = (one: string, other: string): boolean => ['same', 'variant'].includes(compareNames(one, other));

async function storeAccount(tx: Tx, command: Command): Promise<Output<typeof contract>> {
  const claim = await getPayable(tx, command.claimId);
  tx.subject(claim.donorId);
  const { holderName, bankName } = command;
  const sealed = sealAccount(tx, { holderName, bankName, accountNumber: plainAccount(command.accountNumber) });
  const known = await tx.em.findOneBy(PayoutAccount, { claimId: claim.id });
  const given = { sealed, state: 'given', problem: null, givenAt: tx.now } as const;
  if (known) {
    const { affected } = await tx.em
      .createQueryBuilder()
      .update(PayoutAccount)
      .set({ ...given, version: known.version + 1 })
      .where("id = :id AND version = :version AND state IN ('given', 'wrong')", known)
      .execute();
    if (affected !== 1) throw new Refusal('STATE_CHANGED', 'conflict');
  } else {
    if (claim.state !== 'approved') throw new Refusal('STATE_CHANGED', 'conflict');
    const payeeId = claim.claimantId ?? claim.donorId;
    try {
      await tx.em.insert(PayoutAccount, { id: newId(), claimId: claim.id, payeeId, ...given, version: 1 });
    } catch (error) {
      // Two phones at once: the other account is there, and this one has not been seen beside it.
      throw isUniqueViolation(error, 'payout_account') ? new Refusal('STATE_CHANGED', 'conflict') : error;
    }
  }
  await addStep(tx, claim.id, 'approved', known ? '申请人更正了收款账户。' : '申请人填写了收款账户。');
  return showPayout(tx, claim);
}

/** The payer of the bill gets the money back. The register is asked with no transaction open. */
export async function saveAccount(request: RequestScope, command: Command): Promise<Output<typeof contract>> {
  const payee = await request.read(tx => preparePayee(tx, command));
  const payers = await findPayers(request.app, payee);
  const names = payers.length > 0 ? payers : [payee.claimantName];
  if (!names.some(name => isSame(name, command.holderName))) throw new Refusal('NOT_THE_PAYER', 'conflict');
  return request.transaction(tx => storeAccount(tx, command));
}
