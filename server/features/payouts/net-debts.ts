import { newId } from '@server/platform/ids';
import type { Tx } from '@server/platform/tx';
import { ClaimBack } from './claim-back.entity';
import { Netting } from './netting.entity';

/** Adds to what came back of a debt; never above what is owed. False when somebody else was faster. */
export async function addReturned(tx: Tx, debt: ClaimBack, fen: number): Promise<boolean> {
  const isWhole = debt.returnedFen + fen === debt.owedFen;
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(ClaimBack)
    .set({
      returnedFen: debt.returnedFen + fen,
      state: isWhole ? 'closed' : 'open',
      closedAt: isWhole ? tx.now : null,
    })
    .where('id = :id AND returned_fen = :returnedFen AND returned_fen + :fen <= owed_fen', { ...debt, fen })
    .execute();
  return affected === 1;
}

/** Keeps back what the payee owes, oldest debt first; answers how much of the amount. */
export async function netDebts(tx: Tx, lineId: string, payeeId: string, amountFen: number): Promise<number> {
  const debts = await tx.em.find(ClaimBack, {
    where: { payeeId, state: 'open' },
    order: { openedAt: 'ASC', id: 'ASC' },
  });
  let netted = 0;
  for (const debt of debts) {
    const part = Math.min(amountFen - netted, debt.owedFen - debt.returnedFen);
    if (part === 0) break;
    if (!(await addReturned(tx, debt, part))) continue;
    await tx.em.insert(Netting, { id: newId(), lineId, claimBackId: debt.id, amountFen: part });
    netted += part;
  }
  return netted;
}

/** The line paid nothing: what it kept back is owed again. */
export async function undoNetting(tx: Tx, lineId: string): Promise<void> {
  for (const { id, claimBackId, amountFen } of await tx.em.findBy(Netting, { lineId })) {
    const { affected } = await tx.em.delete(Netting, { id });
    if (affected !== 1) continue;
    await tx.em
      .createQueryBuilder()
      .update(ClaimBack)
      .set({ returnedFen: () => `returned_fen - ${amountFen}`, state: 'open', closedAt: null })
      .where('id = :claimBackId', { claimBackId })
      .execute();
  }
}
