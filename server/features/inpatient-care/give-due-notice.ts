import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { inTransaction } from '@server/platform/tx';
import { considerNotice } from './consider-notice';
import { HospitalStay } from './hospital-stay.entity';
import { StayEvent } from './stay-event.entity';
import { foldStay } from './stay-facts';
import { takeStayTurn } from './take-stay-turn';

/** After the quiet hours, once more from the facts as they are now. */
export async function giveDueNotice(app: App, { stayId }: { stayId: string }): Promise<void> {
  await inTransaction(app, { actor: systemActor, requestId: 'outbox' }, async tx => {
    const found = await tx.em.findOneBy(HospitalStay, { id: stayId });
    if (!found) return;
    await takeStayTurn(tx, found.hospitalId, found.stayNumber);
    await considerNotice(tx, stayId, foldStay(await tx.em.findBy(StayEvent, { stayId })));
  });
}
