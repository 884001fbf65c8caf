import { IsNull } from 'typeorm';
import { organizationOf } from '@server/platform/actor';
import { Refusal, notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { overrideView, type OverrideView } from './find-overrides';
import { RuleOverride } from './rule-override.entity';

/** Puts the rule back in force for the donor. Only the station that set it aside finds it. */
export async function endOverride(tx: Tx, overrideId: string): Promise<OverrideView> {
  const row = await tx.em.findOneBy(RuleOverride, { id: overrideId, stationId: organizationOf(tx.actor) });
  if (!row) throw notFound();
  tx.subject(row.personId);
  const ended = await tx.em.update(
    RuleOverride,
    { id: row.id, endedAt: IsNull() },
    { endedAt: tx.now, endedBy: tx.actor.staffId ?? null },
  );
  if (ended.affected !== 1) throw new Refusal('OVERRIDE_OVER', 'conflict');
  return overrideView(tx, row);
}
