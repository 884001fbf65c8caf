import type { CalendarDate } from '@rules/calendar';
import { findDeferralRule } from '@rules/deferral';
import { findEdition } from '@rules/edition';
import { newId } from '@server/platform/ids';
import type { Tx } from '@server/platform/tx';
import { Deferral } from './deferral.entity';

/** `untilOn` is the first day on which donating is possible again; null defers for good. `fromOn` is today unless given. */
export async function addDeferral(
  tx: Tx,
  deferral: { personId: string; ruleId: string; reason: string; untilOn: CalendarDate | null; fromOn?: CalendarDate },
): Promise<string> {
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
