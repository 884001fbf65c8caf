import type { Input, Output } from '@contract/endpoint';
import type { recordVitals as contract } from '@contract/visits';
import { addDays } from '@rules/calendar';
import { setRuleAside } from '@server/features/eligibility';
import { getPerson } from '@server/features/identity';
import { newId } from '@server/platform/ids';
import { Refusal, badField } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { findVitals, type KeptVitals } from './find-vitals';
import { getVisitHere } from './find-visits';
import { judgeVitals, type VitalsFinding } from './judge-vitals';
import { requireVersion, stateChanged } from './require-version';
import { staffOf } from './staff-of';
import { staffVisitNow } from './staff-view';
import { VisitVitals } from './visit-vitals.entity';

type Command = Input<typeof contract>;

/** The physician sets aside, for today, what is recommended; any other limit stands. */
async function setAside(
  tx: Tx,
  personId: string,
  findings: readonly VitalsFinding[],
  { ruleIds, reason }: NonNullable<Command['override']>,
): Promise<void> {
  const found = findings.filter(({ ruleId }) => ruleIds.includes(ruleId));
  const fixed = found.filter(({ mayOverride }) => !mayOverride);
  if (fixed.length > 0)
    throw new Refusal('OVERRIDE_NOT_ALLOWED', 'conflict', { ruleIds: fixed.map(({ ruleId }) => ruleId) });
  for (const ruleId of new Set(found.map(finding => finding.ruleId)))
    await setRuleAside(tx, { personId, ruleId, reason, until: addDays(tx.today, 1) });
}

/** A new row each time: what was measured first stays. */
export async function recordVitals(tx: Tx, command: Command): Promise<Output<typeof contract>> {
  const { visitId, version, override, ...given } = command;
  const visit = requireVersion(await getVisitHere(tx, visitId), version);
  tx.subject(visit.personId);
  if (visit.state !== 'waiting' && visit.state !== 'called') throw stateChanged();
  if (Object.values(given).every(value => value === undefined)) throw badField('weightTenths', 'missing');
  const person = await getPerson(tx, visit.personId);
  const findings = judgeVitals({ sex: person.sex, type: visit.type }, given, tx.today);
  if (override) await setAside(tx, visit.personId, findings, override);
  const kept: KeptVitals = { given, findings };
  await tx.em.insert(VisitVitals, {
    id: newId(),
    visitId,
    takenAt: tx.now,
    takenBy: staffOf(tx),
    sealed: tx.app.crypto.seal('health', JSON.stringify(kept)),
  });
  const latest = (await findVitals(tx, [visit])).get(visit.id);
  return { visit: await staffVisitNow(tx, visit), findings: [...(latest?.findings ?? [])] };
}
