import { In } from 'typeorm';
import type { Instant } from '@rules/calendar';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import type { VitalsFinding, VitalsGiven } from './judge-vitals';
import { VisitVitals } from './visit-vitals.entity';
import type { Visit } from './visit.entity';

export interface KeptVitals {
  readonly given: VitalsGiven;
  readonly findings: readonly VitalsFinding[];
  /** The physician's, when something was let pass. */
  readonly reason: string | null;
}

export interface Vitals extends KeptVitals {
  readonly takenAt: Instant;
  readonly takenBy: string;
}

const open = (tx: Tx, { takenAt, takenBy, sealed }: VisitVitals): Vitals => ({
  ...(JSON.parse(tx.app.crypto.open('health', sealed)) as KeptVitals),
  takenAt,
  takenBy,
});

/** The latest of each visit. */
export async function findVitals(tx: Tx, visitIds: readonly string[]): Promise<ReadonlyMap<string, Vitals>> {
  if (visitIds.length === 0) return new Map();
  const rows = await tx.em.find(VisitVitals, {
    where: { visitId: In([...visitIds]) },
    order: { takenAt: 'ASC', id: 'ASC' },
  });
  return new Map(rows.map(row => [row.visitId, open(tx, row)]));
}

export const outside = ({ findings }: Pick<Vitals, 'findings'>): VitalsFinding[] =>
  findings.filter(({ overridden }) => !overridden);

/** Nothing measured stands against the needle. What was not measured here is asked for where the quick test ends. */
export async function requireVitalsWithin(tx: Tx, visit: Pick<Visit, 'id'>): Promise<void> {
  const vitals = (await findVitals(tx, [visit.id])).get(visit.id);
  if (vitals && outside(vitals).length > 0)
    throw new Refusal('VITALS_OUTSIDE', 'conflict', { fields: outside(vitals).map(({ field }) => field) });
}

/** The quick test is finished when its figures are there. */
export async function requireVitals(tx: Tx, visit: Pick<Visit, 'id'>): Promise<void> {
  if (!(await findVitals(tx, [visit.id])).has(visit.id)) throw new Refusal('VITALS_MISSING', 'conflict');
  await requireVitalsWithin(tx, visit);
}
