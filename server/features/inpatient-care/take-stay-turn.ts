import { newId } from '@server/platform/ids';
import type { Tx } from '@server/platform/tx';
import { HospitalStay } from './hospital-stay.entity';

/** Far beyond what one stay can have at once; reaching it is a defect. */
const maxTries = 100;

/**
 * The stay, for this transaction alone: events of one stay and its waiting notice are decided one after the other. The
 * update is conditional, so a database that lets two transactions read the same turn lets only one of them write it.
 */
export async function takeStayTurn(tx: Tx, hospitalId: string, stayNumber: string): Promise<HospitalStay> {
  for (let attempt = 0; attempt < maxTries; attempt += 1) {
    const stay = await tx.em.findOneBy(HospitalStay, { hospitalId, stayNumber });
    if (!stay) {
      const row = { hospitalId, stayNumber, state: 'unknown' as const, turn: 0, createdAt: tx.now, updatedAt: tx.now };
      await tx.em
        .createQueryBuilder()
        .insert()
        .into(HospitalStay)
        .values({ id: newId(), ...row })
        .orIgnore()
        .execute();
      continue;
    }
    const turn = stay.turn + 1;
    const { affected } = await tx.em
      .createQueryBuilder()
      .update(HospitalStay)
      .set({ turn, updatedAt: tx.now })
      .where('id = :id AND turn = :seen', { id: stay.id, seen: stay.turn })
      .execute();
    if (affected === 1) return { ...stay, turn };
  }
  throw new Error('a stay never came free');
}
