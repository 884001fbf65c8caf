import { afterQuietHours } from '@rules/quiet-hours';
import { decideCareNotice } from '@rules/care-notice';
import { findDecision } from '@server/features/consent';
import { hasWeakAccount } from '@server/features/identity';
import { newId } from '@server/platform/ids';
import { notify } from '@server/platform/notify';
import { defineJob, enqueue } from '@server/platform/outbox/jobs';
import type { Tx } from '@server/platform/tx';
import { CareNotice } from './care-notice.entity';
import type { StayFacts } from './stay-facts';

/** At the end of the quiet hours; what has happened to the stay since decides again. */
export const noticeDue = defineJob<{ stayId: string }>('inpatient.notice');

const hour = 3_600_000;

async function mayGive(tx: Tx, facts: StayFacts): Promise<boolean> {
  const { state, personId, agrees, wasLeftOut, admittedAt } = facts;
  // That somebody is in hospital is not told to an account that may be somebody else's.
  if (personId !== null && (await hasWeakAccount(tx, personId))) return false;
  const decided = personId === null ? 'none' : await findDecision(tx, 'inpatient_care', personId);
  const hours = admittedAt === null ? 0 : (Date.parse(tx.now) - Date.parse(admittedAt)) / hour;
  const isCovered = personId !== null;
  return decideCareNotice({ state, isCovered, decided, saidInHospital: agrees, wasLeftOut, hours }) === 'give';
}

/** Moves the notice from one state to another; false when it was not there. */
async function move(tx: Tx, stayId: string, from: CareNotice['state'], set: Partial<CareNotice>): Promise<boolean> {
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(CareNotice)
    .set({ ...set, decidedAt: tx.now })
    .where('stay_id = :stayId AND state = :from', { stayId, from })
    .execute();
  return affected === 1;
}

/** The page tells the rights and how to use them; the message itself names neither hospital nor ward. */
async function give(tx: Tx, stayId: string, personId: string): Promise<void> {
  if (await move(tx, stayId, 'waiting', { state: 'given', givenAt: tx.now, personId }))
    await notify(tx, personId, 'inpatient.notice', {}, 'features/waivers/pages/home');
}

/**
 * Called with the turn of the stay taken. A notice that was given stays given: a stay has one. Before that it follows the
 * facts: it waits for the end of the quiet hours, is dropped when the stay ends, and comes back when that was an error.
 */
export async function considerNotice(tx: Tx, stayId: string, facts: StayFacts): Promise<void> {
  const notice = await tx.em.findOneBy(CareNotice, { stayId });
  if (notice?.state === 'given') return;
  const { personId } = facts;
  if (personId === null || !(await mayGive(tx, facts))) {
    await move(tx, stayId, 'waiting', { state: 'dropped' });
    return;
  }
  const quietUntil = afterQuietHours(tx.now);
  // A notice that waits keeps its time: later events of the stay do not put it off.
  const notBefore = notice?.state === 'waiting' ? notice.notBefore : quietUntil;
  if (!notice)
    await tx.em.insert(CareNotice, {
      id: newId(),
      stayId,
      personId,
      state: 'waiting',
      notBefore,
      decidedAt: tx.now,
      givenAt: null,
    });
  else await move(tx, stayId, notice.state, { state: 'waiting', personId, notBefore });
  if (quietUntil === tx.now && notBefore <= tx.now) await give(tx, stayId, personId);
  else if (notice?.state !== 'waiting') await enqueue(tx, noticeDue, { stayId }, { notBefore });
}
