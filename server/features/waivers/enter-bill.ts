import type { Input, Output } from '@contract/endpoint';
import type { enterBill as contract } from '@contract/waiver-review';
import { classifyBillLine } from '@rules/blood-products';
import { getOrganization } from '@server/features/organizations';
import { sha256 } from '@server/platform/crypto/key-ring';
import { Refusal, badField } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { addEvidence } from './claim-progress';
import { yuan } from './explain-entitlement';
import { isBillUsed } from './find-duplicate-bill';
import { type BloodLine, changeBill, openLines } from './hold-bills';
import { holdReview } from './hold-review';
import { feesOf, linesFingerprint, linesText } from './judge-bills';
import { openParty } from './parties';
import { showClaim } from './show-claim';
import { WaiverBillBalance } from './waiver-bill-balance.entity';
import { WaiverBill, billKey } from './waiver-bill.entity';
import { WaiverClaim } from './waiver-claim.entity';

type Command = Input<typeof contract>;

/** What the table of the rules calls each line; that a line is no blood fee is no matter for a reviewer's choice. */
function mapLines({ lines, issuedOn }: Command, hospitalCode: string): BloodLine[] {
  return lines.map(({ name, amountFen }, at) => {
    const found = classifyBillLine({ code: '', name }, hospitalCode, issuedOn);
    if (found.kind === 'not_blood') throw badField(`lines.${at}.name`, 'not_a_blood_fee');
    return { name, amountFen, product: found.kind === 'unclear' ? 'by_reviewer' : found.product };
  });
}

const isSame = (one: BloodLine, other: BloodLine): boolean =>
  one.name === other.name && one.amountFen === other.amountFen;

/** The lines of the bill that were not chosen; undefined when one was chosen that is not on it. */
function restOf(registered: readonly BloodLine[], chosen: readonly BloodLine[]): BloodLine[] | undefined {
  const left = [...registered];
  for (const line of chosen) {
    const at = left.findIndex(one => isSame(one, line));
    if (at < 0) return undefined;
    left.splice(at, 1);
  }
  return left;
}

/** Refunds that came under numbers of their own are taken off again wherever the bill is read, so the bill is as it was issued. */
const isFeeOf = ({ bloodFeeFen, billedFen, readFen }: WaiverBillBalance, feeFen: number): boolean =>
  feeFen === bloodFeeFen || (feeFen === billedFen && readFen === billedFen);

/** What other bills of the patient hold: the same number with another fee, or the same blood on another number. */
async function assertSingle(tx: Tx, claim: WaiverClaim, key: string, feeFen: number, linesKey: string): Promise<void> {
  const balance = await tx.em.findOneBy(WaiverBillBalance, { billKey: key });
  // Of a bill without a patient only refunds are known: nobody has read it yet.
  const read = balance?.patientIndex === '' ? null : balance;
  if (read && read.patientIndex !== claim.patientIndex) throw new Refusal('BILL_USED', 'conflict');
  if (read && !isFeeOf(read, feeFen)) throw new Refusal('NOT_ON_BILL', 'conflict');
  const twins = await tx.em.findBy(WaiverBillBalance, { linesKey, patientIndex: claim.patientIndex });
  if (twins.some(twin => twin.billKey !== key && twin.waivedFen > 0)) throw new Refusal('BILL_USED', 'conflict');
}

/**
 * A bill on paper or from a picture, which no register answers, or the lines of a registered bill that the table leaves open:
 * of those a reviewer chooses some and adds none.
 */
export async function enterBill(tx: Tx, command: Command): Promise<Output<typeof contract>> {
  const { claim, proposal } = await holdReview(tx, command.claimId);
  if (proposal) throw new Refusal('STATE_CHANGED', 'conflict');
  const { code, number, issuedOn } = command;
  const hospital = await getOrganization(tx, claim.hospitalId);
  const lines = mapLines(command, hospital.code);
  const fees = feesOf(lines);
  const { bloodFeeFen } = fees;
  const known = await tx.em.findOneBy(WaiverBill, { claimId: claim.id, billCode: code, billNumber: number });
  const isRegistered = known !== null && known.status !== null;
  const rest = isRegistered ? restOf(openLines(tx.app, known), lines) : [];
  if (rest === undefined) throw new Refusal('NOT_ON_BILL', 'conflict');
  if (await isBillUsed(tx, claim, { code, number })) throw new Refusal('BILL_USED', 'conflict');
  const patient = openParty(tx.app, claim.patientSealed);
  const linesKey = linesFingerprint(tx.app)(linesText({ ...claim, hospitalCode: hospital.code, patient }, lines));
  if (!known) await assertSingle(tx, claim, billKey(code, number), bloodFeeFen, linesKey);
  await changeBill(tx, claim, {
    ...{ code, number, ...fees, linesKey: isRegistered ? null : linesKey },
    issuedOn: known?.issuedOn ?? issuedOn,
    status: known?.status ?? null,
    lines: [...lines, ...rest.map(line => ({ ...line, product: 'unclear' as const }))],
  });
  const bills = await tx.em.findBy(WaiverBill, { claimId: claim.id });
  const feeFen = bills.reduce((fen, bill) => fen + bill.bloodFeeFen, 0);
  await tx.em.update(WaiverClaim, { id: claim.id }, { bloodFeeFen: feeFen });
  const text = `审核员按票据核定用血费用 ${yuan(bloodFeeFen)} 元，共 ${lines.length} 行。`;
  await addEvidence(tx, claim.id, [
    { kind: 'invoice', source: '审核员录入', result: 'proved', text, sha256: sha256(JSON.stringify(command.lines)) },
  ]);
  return { claim: await showClaim(tx, await tx.em.findOneByOrFail(WaiverClaim, { id: claim.id })) };
}
