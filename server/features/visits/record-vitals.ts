import type { Input, Output } from '@contract/endpoint';
import type { recordVitals as contract } from '@contract/visits';
import { getPerson } from '@server/features/identity';
import { newId } from '@server/platform/ids';
import { Refusal, badField } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import type { KeptVitals } from './find-vitals';
import { getVisitHere } from './find-visits';
import { judgeVitals, type VitalsFinding } from './judge-vitals';
import { requireVersion, stateChanged } from './require-version';
import { staffOf } from './staff-of';
import { staffVisitNow } from './staff-view';
import { VisitVitals } from './visit-vitals.entity';

type Command = Input<typeof contract>;

/** The physician sets aside what is recommended or open; a mandatory limit stands. */
function withOverride(findings: readonly VitalsFinding[], override: Command['override']): VitalsFinding[] {
  const asked = new Set(override?.ruleIds ?? []);
  const fixed = findings.filter(({ ruleId, mayOverride }) => asked.has(ruleId) && !mayOverride);
  if (fixed.length > 0)
    throw new Refusal('OVERRIDE_NOT_ALLOWED', 'conflict', { ruleIds: fixed.map(({ ruleId }) => ruleId) });
  return findings.map(finding => ({ ...finding, overridden: asked.has(finding.ruleId) }));
}

/** A new row each time: what was measured first stays. */
export async function recordVitals(tx: Tx, command: Command): Promise<Output<typeof contract>> {
  const { visitId, version, override, ...given } = command;
  const visit = requireVersion(await getVisitHere(tx, visitId), version);
  tx.subject(visit.personId);
  if (visit.state !== 'waiting' && visit.state !== 'called') throw stateChanged();
  if (Object.values(given).every(value => value === undefined)) throw badField('weightTenths', 'missing');
  const person = await getPerson(tx, visit.personId);
  const findings = withOverride(judgeVitals({ sex: person.sex, type: visit.type }, given, tx.today), override);
  const kept: KeptVitals = { given, findings, reason: override?.reason ?? null };
  await tx.em.insert(VisitVitals, {
    id: newId(),
    visitId,
    takenAt: tx.now,
    takenBy: staffOf(tx),
    sealed: tx.app.crypto.seal('health', JSON.stringify(kept)),
  });
  return { visit: await staffVisitNow(tx, visit), findings };
}
