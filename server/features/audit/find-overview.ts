import type { Output } from '@contract/endpoint';
import type { getOperationsOverview } from '@contract/operations';
import { countOpenAppointments } from '@server/features/appointments';
import { Donation, IntakeRun } from '@server/features/donations';
import { Donor } from '@server/features/donors';
import { countVisits } from '@server/features/visits';
import { countClaimsWaiting } from '@server/features/waivers';
import { OutboxMessage } from '@server/platform/outbox/outbox-message.entity';
import type { Tx } from '@server/platform/tx';

/** What the operator looks at first: counts, never people. */
export async function findOverview(tx: Tx): Promise<Output<typeof getOperationsOverview>> {
  const outbox = (state: OutboxMessage['state']) => tx.em.countBy(OutboxMessage, { state });
  const runs = await tx.em.find(IntakeRun, { order: { startedAt: 'DESC' }, take: 10 });
  return {
    donors: await tx.em.count(Donor),
    donations: await tx.em.count(Donation),
    openAppointments: await countOpenAppointments(tx),
    visitsToday: await countVisits(tx, tx.today),
    claimsWaiting: await countClaimsWaiting(tx),
    outboxPending: (await outbox('pending')) + (await outbox('taken')),
    outboxFailed: await outbox('failed'),
    intakeRuns: runs.map(({ id, source, startedAt, state, added, corrected, refused }) => ({
      id,
      source,
      startedAt,
      state,
      added,
      corrected,
      refused,
    })),
  };
}
