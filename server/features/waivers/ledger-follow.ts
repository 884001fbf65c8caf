import { LessThanOrEqual } from 'typeorm';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { findRowsIn } from '@server/platform/db/rows';
import { inTransaction, type Tx } from '@server/platform/tx';
import { postTo } from './ledger-open';
import { WaiverAccount } from './waiver-account.entity';

/** A look at the accounts that have something due; the rest waits for the next hour. */
const ATONCE = 500;

/** Brings the ledger up to the register and the day; writes only what is missing. */
const followRegister = (tx: Tx, donorId: string): Promise<{ groups: [] }> =>
  postTo(tx, donorId, () => ({ groups: [] }));

/** Corrections reach ledgers that are in use at once: what was spent must follow, or become a case. The others wait for their first use. */
export async function followDonations(tx: Tx, personIds: readonly string[]): Promise<void> {
  const accounts = await findRowsIn(tx.em, WaiverAccount, 'donorId', personIds);
  // Always in the same order, so that two deliveries never wait for each other crosswise.
  for (const donorId of accounts.map(account => account.donorId).sort()) await followRegister(tx, donorId);
}

/** Each hour: five years that have ended, and accounts of before the ledger. A bulk import announces nothing: its corrections are met at the next use. */
export async function followTime(app: App): Promise<void> {
  const origin = { actor: systemActor, requestId: 'waiver.follow-time' };
  const today = app.clock.today();
  const due = await app.db.read(em =>
    em.find(WaiverAccount, { where: { dueOn: LessThanOrEqual(today) }, order: { dueOn: 'ASC' }, take: ATONCE }),
  );
  for (const { donorId } of due) await inTransaction(app, origin, tx => followRegister(tx, donorId));
}
