import type { EntityManager } from 'typeorm';
import { findRow, insertRow } from '@server/platform/db/rows';
import type { Tx } from '@server/platform/tx';
import { WaiverAccount } from './waiver-account.entity';

/** Far beyond what the relatives of one donor can do at once; reaching it is a defect. */
const MAX_TRIES = 100;

/** A turn that this transaction has, and how far it has written in it. */
export interface Turn {
  readonly turn: number;
  readonly dueOn: string;
  ordinal: number;
  groupNo: number;
}

// A transaction that has the turn keeps it until it ends: a second update would lock nothing more.
const held = new WeakMap<EntityManager, Map<string, Turn>>();

function hold(em: EntityManager, donorId: string, turn: Turn): Turn {
  const turns = held.get(em) ?? new Map<string, Turn>();
  turns.set(donorId, turn);
  held.set(em, turns);
  return turn;
}

/**
 * Takes the next turn of the donor's account. Until this transaction ends nobody else can take one, so the balance read
 * after this call stays true. The update is conditional: a database that lets two transactions read the same turn still
 * lets only one of them write it.
 */
export async function takeTurn(tx: Tx, donorId: string): Promise<Turn> {
  const mine = held.get(tx.em)?.get(donorId);
  if (mine) return mine;
  for (let attempt = 0; attempt < MAX_TRIES; attempt += 1) {
    const account = await findRow(tx.em, WaiverAccount, { donorId });
    if (!account) {
      await insertRow(tx.em, WaiverAccount, { donorId, turn: 0, updatedAt: tx.now, dueOn: '' }, { orIgnore: true });
      continue;
    }
    const turn = account.turn + 1;
    const { affected } = await tx.em
      .createQueryBuilder()
      .update(WaiverAccount)
      .set({ turn, updatedAt: tx.now })
      .where('donor_id = :donorId AND turn = :seen', { donorId, seen: account.turn })
      .execute();
    if (affected === 1) return hold(tx.em, donorId, { turn, dueOn: account.dueOn, ordinal: 0, groupNo: 0 });
  }
  throw new Error('the account of a donor never came free');
}
