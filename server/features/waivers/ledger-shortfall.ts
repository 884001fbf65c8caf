import { IsNull } from 'typeorm';
import type { LedgerState } from '@rules/waiver-ledger';
import { announce } from '@server/platform/events';
import { newId } from '@server/platform/ids';
import type { Tx } from '@server/platform/tx';
import { ledgerShort } from './ledger-events';
import { WaiverShortfall } from './waiver-shortfall.entity';

/** Opens, changes and closes the donor's cases so that they say what the ledger says. */
export async function noteShortfalls(tx: Tx, donorId: string, state: LedgerState): Promise<void> {
  const open = await tx.em.findBy(WaiverShortfall, { donorId, closedAt: IsNull() });
  const known = new Map(open.map(row => [row.openKey, row]));
  for (const { donationId, pool, balances } of state.pots.values()) {
    const ml = 0 - balances.short;
    const openKey = `${pool} ${donationId}`;
    const row = known.get(openKey);
    if (row && ml === 0) await tx.em.update(WaiverShortfall, { id: row.id }, { openKey: null, closedAt: tx.now });
    else if (row && ml !== row.ml) await tx.em.update(WaiverShortfall, { id: row.id }, { ml });
    else if (!row && ml > 0) {
      const id = newId();
      await tx.em.insert(WaiverShortfall, { id, donorId, donationId, pool, ml, openKey, openedAt: tx.now });
      await announce(tx, ledgerShort, { shortfallId: id, donorId, ml });
    }
  }
}

/** Cases that wait for a person, oldest first. */
export const findShortfalls = (tx: Tx): Promise<WaiverShortfall[]> =>
  tx.em.find(WaiverShortfall, { where: { closedAt: IsNull() }, order: { openedAt: 'ASC', id: 'ASC' } });
