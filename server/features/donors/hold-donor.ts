import type { CalendarDate } from '@rules/calendar';
import { findDeferralRule } from '@rules/deferral';
import { findEdition } from '@rules/edition';
import { newId } from '@server/platform/ids';
import type { Tx } from '@server/platform/tx';
import { Deferral } from './deferral.entity';

/** Nobody knows yet until when: the donor does not give before a person has decided. */
export async function holdDonor(tx: Tx, personId: string, ruleId: string, reason: string): Promise<string> {
  const id = newId();
  await tx.em.insert(Deferral, {
    id,
    personId,
    ruleId,
    reasonSealed: tx.app.crypto.seal('health', reason),
    untilOn: null,
    permanent: false,
    fromOn: tx.today,
    force: findDeferralRule(ruleId, tx.today)?.force ?? null,
    editionId: findEdition('screening', tx.today)?.id ?? null,
    endedAt: null,
    createdAt: tx.now,
  });
  return id;
}

/** A person has decided: may give at once, from a day on, or not any more. One that somebody else has ended stays ended. */
export async function decideHold(
  tx: Tx,
  deferralId: string,
  decision: 'end' | 'for_good' | { readonly until: CalendarDate },
): Promise<void> {
  const set =
    decision === 'end'
      ? { endedAt: tx.now }
      : decision === 'for_good'
        ? { permanent: true, untilOn: null }
        : { untilOn: decision.until };
  await tx.em
    .createQueryBuilder()
    .update(Deferral)
    .set(set)
    .where('id = :deferralId AND ended_at IS NULL', { deferralId })
    .execute();
}
