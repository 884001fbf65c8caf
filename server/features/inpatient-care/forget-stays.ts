import { In, LessThan } from 'typeorm';
import type { App } from '@server/platform/app';
import { plusSeconds } from '@server/platform/clock';
import { CareNotice } from './care-notice.entity';
import { HospitalStay } from './hospital-stay.entity';
import { StayEvent } from './stay-event.entity';

/** Seconds after the last event. Longer than a hospital repeats or corrects anything; a stay is nobody's business afterwards. */
const kept = 90 * 24 * 3600;
const batch = 200;

/** Where somebody lay in hospital is kept no longer than it is needed. */
export async function forgetStays(app: App): Promise<void> {
  const before = plusSeconds(app.clock.now(), -kept);
  for (;;) {
    const stays = await app.db.read(em =>
      em.find(HospitalStay, { select: { id: true }, where: { updatedAt: LessThan(before) }, take: batch }),
    );
    const ids = stays.map(({ id }) => id);
    if (ids.length > 0)
      await app.db.transaction(async em => {
        await em.delete(CareNotice, { stayId: In(ids) });
        await em.delete(StayEvent, { stayId: In(ids) });
        await em.delete(HospitalStay, { id: In(ids) });
      });
    if (ids.length < batch) return;
  }
}
