import { In } from 'typeorm';
import type { BillProduct } from '@rules/blood-products';
import type { MedicalBill } from '@server/adapters/finance/port';
import type { App } from '@server/platform/app';
import { findRow, insertRow } from '@server/platform/db/rows';
import { newId } from '@server/platform/ids';
import type { Tx } from '@server/platform/tx';
import { WaiverBillBalance } from './waiver-bill-balance.entity';
import { WaiverBill, billKey } from './waiver-bill.entity';
import type { WaiverClaim } from './waiver-claim.entity';

export interface BloodLine {
  name: string;
  product: BillProduct;
  amountFen: number;
}

export interface HeldBill {
  code: string;
  number: string;
  issuedOn: string;
  status: MedicalBill['status'] | null;
  /** Blood fees, refunds taken off. */
  bloodFeeFen: number;
  /** The same before any refund. */
  billedFen: number;
  lines: readonly BloodLine[];
  linesKey: string | null;
}

type Holder = Pick<WaiverClaim, 'id' | 'donorId' | 'patientIndex' | 'hospitalId'>;

/** Names of products on a bill say what somebody was treated with, so they are sealed. */
const sealLines = (app: App, lines: readonly BloodLine[]): string => app.crypto.seal('health', JSON.stringify(lines));

export const openLines = (app: App, { linesSealed }: Pick<WaiverBill, 'linesSealed'>): BloodLine[] =>
  linesSealed === null ? [] : (JSON.parse(app.crypto.open('health', linesSealed)) as BloodLine[]);

/**
 * Locks the balances of these bills until the transaction ends: what is read afterwards stays true. In one order, so that
 * two claims on the same bills wait for each other and never in a circle; whoever needs the donor's account takes its
 * turn before.
 */
export async function lockBalances(tx: Tx, keys: readonly string[]): Promise<Map<string, WaiverBillBalance>> {
  for (const key of [...new Set(keys)].sort()) {
    await tx.em
      .createQueryBuilder()
      .update(WaiverBillBalance)
      .set({ turn: () => 'turn + 1', updatedAt: tx.now })
      .where('bill_key = :key', { key })
      .execute();
  }
  const rows = keys.length === 0 ? [] : await tx.em.findBy(WaiverBillBalance, { billKey: In([...keys]) });
  return new Map(rows.map(row => [row.billKey, row]));
}

/** The claim stands on these bills from now on; a claim that is checked again stands on what was found this time. */
export async function holdBills(tx: Tx, claim: Holder, bills: readonly HeldBill[]): Promise<void> {
  await tx.em.delete(WaiverBill, { claimId: claim.id });
  for (const bill of bills) await holdBill(tx, claim, bill);
}

/** One bill of the claim as it is to be from now on; the others stay. */
export async function changeBill(tx: Tx, claim: Holder, bill: HeldBill): Promise<void> {
  await tx.em.delete(WaiverBill, { claimId: claim.id, billCode: bill.code, billNumber: bill.number });
  await holdBill(tx, claim, bill);
}

async function holdBill(tx: Tx, claim: Holder, bill: HeldBill): Promise<void> {
  const key = billKey(bill.code, bill.number);
  await openBalance(tx, claim, bill);
  const other = await tx.em.findOneBy(WaiverBill, { activeKey: key, donorId: claim.donorId });
  // One donor stands on a bill once; a second claim of the same donor waits for the first to end.
  const activeKey = other ? null : key;
  await insertRow(tx.em, WaiverBill, { ...heldRow(tx, claim, bill), activeKey, waivedFen: 0 });
}

/** The bills that a claim let go are its own again, as far as the donor stands on them with no other claim meanwhile. */
export async function holdAgain(tx: Tx, { id: claimId, donorId }: Pick<WaiverClaim, 'id' | 'donorId'>): Promise<void> {
  for (const bill of await tx.em.findBy(WaiverBill, { claimId })) {
    const key = billKey(bill.billCode, bill.billNumber);
    const isHeld = await tx.em.existsBy(WaiverBill, { activeKey: key, donorId });
    if (!isHeld) await tx.em.update(WaiverBill, { id: bill.id }, { activeKey: key });
  }
}

const heldRow = (tx: Tx, claim: Holder, bill: HeldBill): Omit<WaiverBill, 'activeKey' | 'waivedFen'> => ({
  id: newId(),
  claimId: claim.id,
  donorId: claim.donorId,
  billCode: bill.code,
  billNumber: bill.number,
  status: bill.status,
  issuedOn: bill.issuedOn,
  bloodFeeFen: bill.bloodFeeFen,
  linesSealed: bill.lines.length === 0 ? null : sealLines(tx.app, bill.lines),
});

/**
 * Rows to lock: without them two claims that come to a new bill at once would both find all of it open. The bill is locked by
 * this, and the newest reading of it counts: a refund since then makes less to waive.
 */
export async function openBalance(
  tx: Tx,
  { patientIndex, hospitalId }: Pick<WaiverClaim, 'patientIndex' | 'hospitalId'>,
  { code, number, bloodFeeFen, billedFen, linesKey }: Omit<HeldBill, 'issuedOn' | 'status' | 'lines'>,
): Promise<void> {
  const key = billKey(code, number);
  await addBalance(tx, key, patientIndex);
  // A refund that came first knew no patient.
  await tx.em.query(
    `UPDATE waiver_bill_balance SET turn = turn + 1, read_fen = ?, billed_fen = ?, lines_key = COALESCE(?, lines_key),
       patient_index = CASE WHEN patient_index = '' THEN ? ELSE patient_index END, ${REFUNDED}, updated_at = ? WHERE bill_key = ?`,
    [bloodFeeFen, billedFen, linesKey, patientIndex, key, hospitalId, tx.now, key],
  );
  await tx.em.query(WAIVABLE, [key]);
}

export async function addBalance(tx: Tx, key: string, patientIndex: string): Promise<void> {
  const nothing = { bloodFeeFen: 0, billedFen: 0, readFen: 0, refundedFen: 0, waivedFen: 0, turn: 0, linesKey: null };
  const row = { billKey: key, patientIndex, ...nothing, updatedAt: tx.now };
  await insertRow(tx.em, WaiverBillBalance, row, { orIgnore: true });
}

/** The sum is read inside the statement that holds the row. */
const REFUNDED =
  'refunded_fen = (SELECT COALESCE(SUM(blood_fen), 0) FROM bill_refund WHERE bill_key = ? AND hospital_id = ?)';
/** A statement of its own: the databases do not agree whether one sees what it has just set. */
const WAIVABLE = `UPDATE waiver_bill_balance SET blood_fee_fen =
  CASE WHEN billed_fen - refunded_fen < 0 THEN 0
       WHEN billed_fen - refunded_fen < read_fen THEN billed_fen - refunded_fen ELSE read_fen END WHERE bill_key = ?`;

/** Works out anew what may be waived of the bill after a refund. */
export async function countRefunds(tx: Tx, key: string, hospitalId: string): Promise<void> {
  await tx.em.query(`UPDATE waiver_bill_balance SET ${REFUNDED} WHERE bill_key = ?`, [key, hospitalId, key]);
  await tx.em.query(WAIVABLE, [key]);
}

/** What nobody has waived yet of a bill that a claim is about to hold; locks it. */
export async function openOnBill(tx: Tx, holder: Holder, bill: HeldBill): Promise<number> {
  await openBalance(tx, holder, bill);
  const balance = await findRow(tx.em, WaiverBillBalance, { billKey: billKey(bill.code, bill.number) });
  return leftOf(balance ?? undefined);
}

/** The bill is open (`openOnBill`) and the donor stands on it with nothing else: takes the sum from it. */
export async function holdOpenBill(tx: Tx, holder: Holder, bill: HeldBill, waivedFen: number): Promise<void> {
  const key = billKey(bill.code, bill.number);
  await insertRow(tx.em, WaiverBill, { ...heldRow(tx, holder, bill), activeKey: key, waivedFen });
  await takeFromBalance(tx, key, waivedFen);
}

const heldKeys = async (tx: Tx, claimId: string): Promise<string[]> =>
  (await tx.em.findBy(WaiverBill, { claimId })).flatMap(({ activeKey }) => (activeKey === null ? [] : [activeKey]));

/** What nobody has waived yet of the bills that the claim holds, which are locked by this. */
export async function openFen(tx: Tx, claimId: string): Promise<number> {
  const keys = await heldKeys(tx, claimId);
  const balances = await lockBalances(tx, keys);
  return keys.reduce((sum, key) => sum + leftOf(balances.get(key)), 0);
}

/** The same to look at: it locks nothing and may be otherwise a moment later. */
export async function findOpenFen(tx: Tx, claimId: string): Promise<number> {
  const keys = await heldKeys(tx, claimId);
  const balances = keys.length === 0 ? [] : await tx.em.findBy(WaiverBillBalance, { billKey: In(keys) });
  return balances.reduce((sum, balance) => sum + leftOf(balance), 0);
}

const leftOf = (balance: WaiverBillBalance | undefined): number =>
  balance ? Math.max(0, balance.bloodFeeFen - balance.waivedFen) : 0;

/** The condition is the second net: never above the fee. */
async function takeFromBalance(tx: Tx, key: string, fen: number): Promise<void> {
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(WaiverBillBalance)
    .set({ waivedFen: () => `waived_fen + ${fen}`, updatedAt: tx.now })
    .where('bill_key = :key AND waived_fen + :fen <= blood_fee_fen', { key, fen })
    .execute();
  if (affected !== 1) throw new Error('a bill was waived by two claims at once');
}

/** Takes a waived sum from the bills of the claim. */
export async function takeFromBills(tx: Tx, claimId: string, fen: number): Promise<void> {
  let missing = fen;
  const held = await tx.em.find(WaiverBill, { where: { claimId }, order: { billCode: 'ASC', billNumber: 'ASC' } });
  for (const { id, activeKey } of held) {
    if (activeKey === null || missing === 0) continue;
    const balance = await tx.em.findOneBy(WaiverBillBalance, { billKey: activeKey });
    const taken = Math.min(missing, leftOf(balance ?? undefined));
    if (taken === 0) continue;
    await takeFromBalance(tx, activeKey, taken);
    await tx.em.update(WaiverBill, { id }, { waivedFen: taken });
    missing -= taken;
  }
  if (missing > 0) throw new Error('more waived than the bills hold');
}

/** The bills of a claim that came to nothing: what it took of them may be waived by another. Repeating it changes nothing. */
export async function releaseBills(tx: Tx, claimId: string): Promise<void> {
  for (const { id, activeKey, waivedFen } of await tx.em.findBy(WaiverBill, { claimId })) {
    if (activeKey === null) continue;
    const { affected } = await tx.em
      .createQueryBuilder()
      .update(WaiverBill)
      .set({ activeKey: null, waivedFen: 0 })
      .where('id = :id AND active_key IS NOT NULL', { id })
      .execute();
    if (affected !== 1 || waivedFen === 0) continue;
    await tx.em
      .createQueryBuilder()
      .update(WaiverBillBalance)
      .set({ waivedFen: () => `waived_fen - ${waivedFen}`, updatedAt: tx.now })
      .where('bill_key = :activeKey', { activeKey })
      .execute();
  }
}
