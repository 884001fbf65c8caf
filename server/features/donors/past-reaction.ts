import { findRow, insertRow } from '@server/platform/db/rows';
import type { Tx } from '@server/platform/tx';
import { PastReaction } from './past-reaction.entity';

/** The first one counts for good. */
export const keepReaction = (tx: Tx, personId: string): Promise<void> =>
  insertRow(tx.em, PastReaction, { personId, firstOn: tx.today }, { orIgnore: true });

export const hasReacted = async (tx: Tx, personId: string): Promise<boolean> =>
  (await findRow(tx.em, PastReaction, { personId })) !== null;
