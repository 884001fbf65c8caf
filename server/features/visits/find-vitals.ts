import { In } from 'typeorm';
import type { Instant } from '@rules/calendar';
import { findRulesSetAside } from '@server/features/eligibility';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { missingFigures, type VitalsFinding, type VitalsGiven } from './judge-vitals';
import { VisitVitals } from './visit-vitals.entity';
import type { Visit } from './visit.entity';

export interface KeptVitals {
  readonly given: VitalsGiven;
  readonly findings: readonly VitalsFinding[];
}

export interface Vitals extends KeptVitals {
  readonly takenAt: Instant;
  readonly takenBy: string;
}

type Measured = Pick<Visit, 'id' | 'personId' | 'onDate' | 'type'>;

const open = (tx: Tx, { takenAt, takenBy, sealed }: VisitVitals): Vitals => ({
  ...(JSON.parse(tx.app.crypto.open('health', sealed)) as KeptVitals),
  takenAt,
  takenBy,
});

function mark(vitals: Map<string, Vitals>, visitId: string, aside: ReadonlySet<string> | undefined): void {
  const found = vitals.get(visitId);
  if (!found) return;
  const findings = found.findings.map(finding => ({ ...finding, overridden: aside?.has(finding.ruleId) === true }));
  vitals.set(visitId, { ...found, findings });
}

/**
 * A figure counts as it was taken last. What stood against the donation and was not taken again still does: a second measurement
 * without the strip, or without the temperature, says nothing about it.
 */
const follow = (before: Vitals | undefined, latest: Vitals): Vitals => {
  const left = before?.findings.filter(({ field }) => !Object.keys(latest.given).includes(field)) ?? [];
  return { ...latest, findings: [...left, ...latest.findings] };
};

/** The latest of each visit; what a physician has set aside for the donor on that day is marked so. */
export async function findVitals(tx: Tx, visits: readonly Measured[]): Promise<ReadonlyMap<string, Vitals>> {
  if (visits.length === 0) return new Map();
  const rows = await tx.em.find(VisitVitals, {
    where: { visitId: In(visits.map(({ id }) => id)) },
    order: { takenAt: 'ASC', id: 'ASC' },
  });
  const vitals = new Map<string, Vitals>();
  for (const row of rows) vitals.set(row.visitId, follow(vitals.get(row.visitId), open(tx, row)));
  const judged = visits.filter(({ id }) => (vitals.get(id)?.findings.length ?? 0) > 0);
  for (const on of new Set(judged.map(({ onDate }) => onDate))) {
    const ofDay = judged.filter(({ onDate }) => onDate === on);
    const aside = await findRulesSetAside(
      tx,
      ofDay.map(({ personId }) => personId),
      on,
    );
    for (const { id, personId } of ofDay) mark(vitals, id, aside.get(personId));
  }
  return vitals;
}

const outside = ({ findings }: Vitals): VitalsFinding[] => findings.filter(({ overridden }) => !overridden);

export function standingOf({ type }: Pick<Visit, 'type'>, vitals: Vitals | undefined) {
  if (vitals && outside(vitals).length > 0) return 'outside';
  return vitals && missingFigures(type, vitals.given).length === 0 ? 'within' : 'missing';
}

/** Everything that a donation needs was measured, and nothing of it stands against the needle. */
export async function requireVitals(tx: Tx, visit: Measured): Promise<void> {
  const vitals = (await findVitals(tx, [visit])).get(visit.id);
  if (vitals && outside(vitals).length > 0)
    throw new Refusal('VITALS_OUTSIDE', 'conflict', { fields: outside(vitals).map(({ field }) => field) });
  const fields = missingFigures(visit.type, vitals?.given ?? {});
  if (fields.length > 0) throw new Refusal('VITALS_MISSING', 'conflict', { fields });
}
