import type { CalendarDate } from '@rules/calendar';
import { findDeferralRule } from '@rules/deferral';
import { findEdition } from '@rules/edition';
import { lockPeople } from '@server/features/identity';
import { newId } from '@server/platform/ids';
import type { Tx } from '@server/platform/tx';
import { Deferral } from './deferral.entity';

/**
 * Whoever books for the person at this moment has done so before or waits and is refused: the caller ends what stands inside
 * (`cancelDeferred`) after this.
 *
 * `untilOn` is the first day on which donating is possible again; null defers for good. `fromOn` is today unless given.
 */
export async function addDeferral(
  tx: Tx,
  deferral: { personId: string; ruleId: string; reason: string; untilOn: CalendarDate | null; fromOn?: CalendarDate },
): Promise<string> {
  await lockPeople(tx, [deferral.personId]);
  const id = newId();
  await tx.em.insert(Deferral, {
    id,
    personId: deferral.personId,
    ruleId: deferral.ruleId,
    reasonSealed: tx.app.crypto.seal('health', deferral.reason),
    untilOn: deferral.untilOn,
    permanent: deferral.untilOn === null,
    fromOn: deferral.fromOn ?? tx.today,
    force: findDeferralRule(deferral.ruleId, tx.today)?.force ?? null,
    editionId: findEdition('deferral', tx.today)?.id ?? null,
    endedAt: null,
    createdAt: tx.now,
  });
  tx.subject(deferral.personId);
  return id;
}
