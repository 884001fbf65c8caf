import { getOrganization } from '@server/features/organizations';
import { HospitalBook, SettlementEntry } from '@server/features/waivers';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { plusSeconds } from '@server/platform/clock';
import { inTransaction } from '@server/platform/tx';
import { HospitalPayment } from './hospital-payment.entity';
import { reconcile } from './reconcile';

const origin = { actor: systemActor, requestId: 'payout.reconcile' };
/** Two days: a worker that stood still for a night leaves nothing out. */
const SINCE_SECONDS = 48 * 3600;

/** Every hour: the days of hospitals in which something of the three has changed lately. */
export async function reconcileRecent(app: App): Promise<void> {
  const days = await inTransaction(app, origin, async tx => {
    const since = plusSeconds(tx.now, -SINCE_SECONDS);
    const found: { hospitalId: string; onDay: string }[] = [];
    for (const [table, column] of [
      [SettlementEntry, 'at'],
      [HospitalBook, 'deliveredAt'],
      [HospitalPayment, 'at'],
    ] as const)
      found.push(
        ...(await tx.em
          .createQueryBuilder(table, 'row')
          .select('row.hospitalId', 'hospitalId')
          .addSelect('row.onDay', 'onDay')
          .distinct(true)
          .where(`row.${column} >= :since`, { since })
          .getRawMany<{ hospitalId: string; onDay: string }>()),
      );
    return found;
  });
  const once = new Map(days.map(day => [`${day.hospitalId} ${day.onDay}`, day]));
  for (const { hospitalId, onDay } of once.values())
    await inTransaction(app, origin, async tx => reconcile(tx, await getOrganization(tx, hospitalId), onDay));
}
