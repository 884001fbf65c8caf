import type { Output } from '@contract/endpoint';
import type { getMyDeferrals } from '@contract/eligibility';
import { findDeferralRule } from '@rules/deferral';
import { asDonorSees, explainDeferral } from '@rules/eligibility';
import { activeDeferrals } from '@server/features/donors';
import type { Tx } from '@server/platform/tx';

/** Deferrals as the donor may read them: what only the station tells in person has neither rule nor reason. */
export async function findMyDeferrals(tx: Tx, personId: string): Promise<Output<typeof getMyDeferrals>> {
  const deferrals = await activeDeferrals(tx, personId, tx.today);
  const items = deferrals.flatMap(({ id, ruleId, fromOn, untilOn, permanent }) =>
    explainDeferral({ ruleId, until: untilOn ?? undefined, permanent }, tx.today).map(full => {
      const seen = asDonorSees(full);
      return {
        id,
        ruleId: full.concealed ? null : seen.ruleId,
        text: seen.text,
        from: fromOn,
        until: untilOn,
        permanent,
        onlyFor: findDeferralRule(ruleId, tx.today)?.onlyFor ?? null,
        source: full.concealed ? null : seen.source,
        force: full.concealed ? null : seen.force,
        confirmed: seen.confirmed,
        change: seen.change,
      };
    }),
  );
  return { items };
}
